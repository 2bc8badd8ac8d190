package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.schemas.table.Status;

/** A published figure as it is. */
record ReportedFormula(FigureTable figures, Calendars calendars) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (FigureTable.Figure figure : figures.of(slice.indicator()).values()) {
      if (figure.value() != null
          && figure.breakdown().isEmpty()
          && slice.period().equals(period(figure))) {
        cells.put(
            new Place(figure.group(), figure.region()), Cell.of(figure.value(), Status.NORMAL));
      }
    }
    return cells;
  }

  @Override
  public Iterable<Slice> own(Indicator indicator) {
    Set<Slice> slices = new LinkedHashSet<>();
    for (FigureTable.Figure figure : figures.of(indicator.id()).values()) {
      Period period = period(figure);
      if (period != null && indicator.periods().contains(period.type())) {
        slices.add(new Slice(indicator.id(), "", "", period));
      }
    }
    return slices;
  }

  /** Null where the label is none of the region's calendar. */
  private Period period(FigureTable.Figure figure) {
    try {
      return Period.parse(figure.period(), calendars.of(figure.region()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
