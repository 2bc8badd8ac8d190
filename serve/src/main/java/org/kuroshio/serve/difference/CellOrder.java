package org.kuroshio.serve.difference;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * The order in which changed cells are told: what is counted before what is made from it, then row
 * by row, and of a row the long and late periods first.
 */
public final class CellOrder {
  private static final List<String> LONG_FIRST = List.of("TD", "FY", "CY", "Q", "M", "D");

  private CellOrder() {}

  static Comparator<CellDifference> of(Catalogue catalogue) {
    return Comparator.comparing(CellDifference::cell, ofCells(catalogue))
        .thenComparing(CellDifference::key);
  }

  /** The order of the cells alone. */
  public static Comparator<IndicatorValue> ofCells(Catalogue catalogue) {
    Set<String> counted =
        catalogue.measures().stream()
            .flatMap(use -> use.readers().stream())
            .map(Indicator::id)
            .collect(Collectors.toSet());
    Comparator<IndicatorValue> byRow =
        Comparator.comparing((IndicatorValue cell) -> !counted.contains(cell.getIndicator()))
            .thenComparing(IndicatorValue::getIndicator)
            .thenComparing(IndicatorValue::getGroup)
            .thenComparing(IndicatorValue::getRegion)
            .thenComparing(IndicatorValue::getBreakdown)
            .thenComparing(IndicatorValue::getUnit);
    Comparator<IndicatorValue> byPeriod =
        Comparator.comparing((IndicatorValue cell) -> LONG_FIRST.indexOf(type(cell.getPeriod())))
            .thenComparing(IndicatorValue::getPeriod, Comparator.reverseOrder());
    return byRow.thenComparing(byPeriod);
  }

  /** By the form of the label; what is dated too roughly has none and comes first. */
  private static String type(String period) {
    if (period.startsWith("FY")) {
      return "FY";
    }
    return switch (period.length()) {
      case 2 -> "TD";
      case 4 -> "CY";
      case 7 -> period.charAt(5) == 'Q' ? "Q" : "M";
      case 10 -> "D";
      default -> "";
    };
  }
}
