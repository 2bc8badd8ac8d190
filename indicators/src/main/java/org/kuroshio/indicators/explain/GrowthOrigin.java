package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.DecimalText;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Growth;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;

/** Where a change against a base comes from. */
record GrowthOrigin(CellLookup cells, Figures figures) {
  Origin of(Kind.Growth growth, CellQuestion cell) {
    Period period = cells.period(cell);
    if (period.type() == PeriodType.TD) {
      return Origin.of(
          "all time has no period before it to grow from", "", List.of(), Optional.empty());
    }
    CellQuestion now = cells.input(cell, growth.of());
    CellQuestion before = now.during(growth.base().orElseGet(() -> period.previous().label()));
    Optional<Rational> later = cells.number(now);
    Optional<Rational> earlier = cells.number(before);
    boolean known = later.isPresent() && earlier.isPresent();
    List<Cited> published =
        earlier.isPresent() ? List.of() : figures.ofOtherPeriods(growth.of(), cell);
    return new Origin(
        formula(growth, cell, before.period()),
        known ? calculation(growth, later.get(), earlier.get(), years(period, before)) : "",
        List.of(new Origin.Part("value", now), new Origin.Part("base", before)),
        published,
        known
            ? again(growth, earlier.get(), later.get(), years(period, before))
            : Optional.empty());
  }

  private static String formula(Kind.Growth growth, CellQuestion cell, String base) {
    return growth.of()
        + " of "
        + cell.region()
        + " in "
        + cell.period()
        + " divided by that in "
        + base
        + (growth.annual() ? ", as a rate a year" : "")
        + ", less 1";
  }

  private static String calculation(
      Kind.Growth growth, Rational later, Rational earlier, int years) {
    String quotient = later.exactText() + "/" + earlier.exactText();
    return growth.annual() ? "(" + quotient + ")^(1/" + years + ") - 1" : quotient + " - 1";
  }

  private static Optional<String> again(
      Kind.Growth growth, Rational earlier, Rational later, int years) {
    if (!growth.annual()) {
      return Growth.rate(earlier, later).map(Rational::exactText);
    }
    if (years <= 0) {
      return Optional.empty();
    }
    OptionalDouble rate = Growth.annual(earlier, later, Rational.of(years));
    return rate.isPresent() ? Optional.of(DecimalText.of(rate.getAsDouble())) : Optional.empty();
  }

  private int years(Period period, CellQuestion before) {
    return period.end().getYear() - cells.period(before).end().getYear();
  }
}
