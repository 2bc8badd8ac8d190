package org.kuroshio.indicators.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;

/**
 * Published figures less the computed values of the same cell, by breakdown {@code indicator=ID};
 * only where there are both, in one unit; of several figures for one cell the widest gap.
 */
record GapFormula(Kind.Gap gap, Cells computed, FigureTable figures, Catalogue catalogue)
    implements Formula {
  private static final String BREAKDOWN = "indicator=";

  /** Where the gaps to a computed slice stand. */
  static Slice slice(String gap, Slice computed) {
    String inner = computed.breakdown().isEmpty() ? "" : ";" + computed.breakdown();
    return new Slice(
        gap, BREAKDOWN + computed.indicator() + inner, computed.currency(), computed.period());
  }

  /** The slice that the gaps of a slice are measured against. */
  static Slice computed(Slice gaps) {
    int semicolon = gaps.breakdown().indexOf(';');
    String of =
        semicolon < 0
            ? gaps.breakdown().substring(BREAKDOWN.length())
            : gaps.breakdown().substring(BREAKDOWN.length(), semicolon);
    String breakdown = semicolon < 0 ? "" : gaps.breakdown().substring(semicolon + 1);
    return new Slice(of, breakdown, gaps.currency(), gaps.period());
  }

  @Override
  public Map<Place, Cell> cells(Slice slice, AsOf asOf) {
    Map<Place, Cell> cells = new LinkedHashMap<>();
    Slice of = computed(slice);
    Indicator indicator = catalogue.find(of.indicator()).orElse(null);
    if (indicator == null || !gap.units().contains(indicator.unit())) {
      return cells;
    }
    for (FigureTable.Figure figure : figures.of(of.indicator()).values()) {
      if (figure.value() != null
          && figure.period().equals(of.period().label())
          && figure.breakdown().equals(of.breakdown())
          && figure.unit().equals(indicator.unit())) {
        Place place = new Place(figure.group(), figure.region());
        Cell cell = computed.get(of, place);
        if (cell.hasValue()) {
          cells.merge(place, difference(figure, cell), GapFormula::wider);
        }
      }
    }
    return cells;
  }

  /**
   * A cell may have been published more than once; a reader must hear of the figure that is off.
   */
  private static Cell wider(Cell first, Cell second) {
    return second.value().abs().compareTo(first.value().abs()) > 0 ? second : first;
  }

  private static Cell difference(FigureTable.Figure figure, Cell cell) {
    Rational difference = figure.value().subtract(cell.number());
    return new Cell(
        difference,
        difference.decimalText(),
        figure.value(),
        cell.number(),
        null,
        null,
        cell.status(),
        "published %s (%s), computed %s"
            .formatted(figure.value().decimalText(), figure.entityId(), cell.text()));
  }
}
