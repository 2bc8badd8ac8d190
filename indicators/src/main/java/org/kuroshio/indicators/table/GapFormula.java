package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.Status;

/**
 * Published figures less the computed values of the same cell, by breakdown `indicator=ID`; only
 * where there are both, in one unit.
 */
record GapFormula(Kind.Gap gap, Cells computed, FigureTable figures, Catalogue catalogue)
    implements Formula {
  private static final String BREAKDOWN = "indicator=";

  static Slice slice(String gap, Slice computed) {
    String inner = computed.breakdown().isEmpty() ? "" : ";" + computed.breakdown();
    return new Slice(gap, BREAKDOWN + computed.indicator() + inner, "", computed.period());
  }

  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    int semicolon = slice.breakdown().indexOf(';');
    String of =
        slice
            .breakdown()
            .substring(BREAKDOWN.length(), semicolon < 0 ? slice.breakdown().length() : semicolon);
    String breakdown = semicolon < 0 ? "" : slice.breakdown().substring(semicolon + 1);
    Indicator indicator = catalogue.find(of).orElse(null);
    if (indicator == null || !indicator.unit().equals(gap.ofUnit())) {
      return cells;
    }
    for (FigureTable.Figure figure : figures.of(of).values()) {
      boolean same =
          figure.period().equals(slice.period().label())
              && figure.breakdown().equals(breakdown)
              && figure.unit().equals(indicator.unit());
      if (figure.value() == null || !same) {
        continue;
      }
      Place place = new Place(figure.group(), figure.region());
      Cell cell = computed.get(new Slice(of, breakdown, "", slice.period()), place);
      if (cell.hasValue()) {
        Rational difference = figure.value().subtract(cell.number());
        cells.put(
            place,
            new Cell(
                difference,
                difference.decimalText(),
                figure.value(),
                cell.number(),
                null,
                null,
                cell.status() == Status.NORMAL ? Status.NORMAL : cell.status(),
                "published " + figure.value().decimalText() + ", computed " + cell.text()));
      }
    }
    return cells;
  }
}
