package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.schemas.table.Status;

/** A published figure as it is. */
record ReportedFormula(FigureTable figures) implements Formula {
  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    for (FigureTable.Figure figure : figures.of(slice.indicator()).values()) {
      if (figure.value() != null
          && figure.period().equals(slice.period().label())
          && figure.breakdown().isEmpty()) {
        cells.put(
            new Place(figure.group(), figure.region()), Cell.of(figure.value(), Status.NORMAL));
      }
    }
    return cells;
  }
}
