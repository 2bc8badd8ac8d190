package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;

/** Where a number per inhabitant comes from. */
record PerCapitaOrigin(CellLookup cells, Observations observations) {
  Origin of(Kind.PerCapita perCapita, CellQuestion cell) {
    CellQuestion counted = cells.input(cell, perCapita.numerator());
    Cited observed =
        observations.latest(perCapita.series(), cell.region(), day(cells.period(cell)));
    Optional<Rational> numerator = cells.number(counted);
    Optional<Rational> denominator = observed.value().filter(v -> !v.isZero());
    boolean known = numerator.isPresent() && denominator.isPresent();
    return new Origin(
        perCapita.numerator()
            + " of "
            + cell.region()
            + " divided by its "
            + perCapita.series()
            + " as last observed by the end of the period"
            + SumOrigin.times(perCapita.scale()),
        known
            ? numerator.get().exactText()
                + "/"
                + denominator.get().exactText()
                + SumOrigin.times(perCapita.scale())
            : "",
        List.of(new Origin.Part("numerator", counted)),
        List.of(observed),
        known
            ? Optional.of(
                numerator
                    .get()
                    .divide(denominator.get())
                    .multiply(Rational.of(perCapita.scale()))
                    .exactText())
            : Optional.empty());
  }

  private int day(Period period) {
    int today = Math.toIntExact(cells.asOf().toEpochDay());
    return period.type() == PeriodType.TD ? today : Math.min(period.toDay(), today);
  }
}
