package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.region.Regions;

/**
 * Per so many of an observed series: its latest observation not after the period's end, of its
 * latest vintage.
 */
record PerCapitaFormula(Kind.PerCapita perCapita, Inputs inputs, ObservationTable observations)
    implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    int day = Math.min(asOf.standsAt(slice.period()), asOf.day());
    for (Place place : inputs.places(slice, perCapita.inputs())) {
      if (place.group().isEmpty() && isPopulated(place.region())) {
        cells.put(
            place,
            cell(
                inputs.cell(slice, perCapita.numerator(), place),
                observations.latest(perCapita.series(), place.region(), day)));
      }
    }
    return cells;
  }

  /** Unknown regions have no inhabitants to count by. */
  private boolean isPopulated(String region) {
    Regions regions = inputs.regions();
    return regions.isKnown(region)
        && switch (regions.kind(region)) {
          case LEAF, GROUP, COUNTRY -> true;
          case COUNTRY_UNKNOWN, WORLD, UNKNOWN -> false;
        };
  }

  private Cell cell(Cell counted, Optional<ObservationTable.Observed> observed) {
    if (!counted.hasValue() || observed.isEmpty() || observed.get().value().isZero()) {
      return Cell.MISSING;
    }
    String basis =
        perCapita.series()
            + " of "
            + LocalDate.ofEpochDay(observed.get().day())
            + ", vintage "
            + observed.get().vintage();
    return Cell.ofQuotient(
        counted.number(),
        observed.get().value(),
        Rational.of(perCapita.scale()),
        counted.status(),
        basis);
  }
}
