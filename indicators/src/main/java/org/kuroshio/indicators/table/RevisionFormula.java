package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.table.Status;

/** The last release of an observed series less its first, where there are two or more. */
record RevisionFormula(Kind.Revision revision, ObservationTable observations, Calendars calendars)
    implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (ObservationTable.Releases releases : observations.releases(revision.series())) {
      boolean inPeriod =
          Period.containing(
                  slice.period().type(),
                  releases.day(),
                  releases.day(),
                  calendars.of(releases.region()))
              .filter(slice.period()::equals)
              .isPresent();
      if (inPeriod && !releases.first().vintage().equals(releases.last().vintage())) {
        // of several reference days in the period the last, as days come in order
        cells.put(Place.of(releases.region()), cell(releases));
      }
    }
    return cells;
  }

  @Override
  public Iterable<Slice> own(Indicator indicator) {
    Set<Slice> slices = new LinkedHashSet<>();
    for (ObservationTable.Releases releases : observations.releases(revision.series())) {
      for (PeriodType type : indicator.periods()) {
        Period.containing(type, releases.day(), releases.day(), calendars.of(releases.region()))
            .ifPresent(p -> slices.add(new Slice(indicator.id(), "", "", p)));
      }
    }
    return slices;
  }

  private static Cell cell(ObservationTable.Releases releases) {
    Rational last = releases.last().value();
    Rational first = releases.first().value();
    Rational change = last.subtract(first);
    String basis =
        releases.last().vintage()
            + " says "
            + last.decimalText()
            + ", "
            + releases.first().vintage()
            + " said "
            + first.decimalText();
    return new Cell(change, change.decimalText(), last, first, null, null, Status.NORMAL, basis);
  }
}
