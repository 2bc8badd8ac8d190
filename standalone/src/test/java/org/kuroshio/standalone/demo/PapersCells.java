package org.kuroshio.standalone.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * The cells that no simulated fact may move: those of periods that ended before it begins, and the
 * comparisons of every figure that the paper prints.
 */
final class PapersCells {
  private static final LocalDate LAST_DAY = LocalDate.of(2008, 3, 31);

  /**
   * A plan has no date of its own, so a milestone that is planned later counts as upcoming before.
   */
  private static final String PLANS = "program.milestone.open";

  private PapersCells() {}

  static Map<String, List<Object>> of(IndicatorTable tables) {
    Map<String, List<Object>> own = new TreeMap<>();
    for (IndicatorValue cell : tables.cells()) {
      if (!cell.getIndicator().equals(PLANS) && (isOver(cell) || isComparison(cell))) {
        own.put(
            String.join(
                "|",
                cell.getIndicator(),
                cell.getGroup(),
                cell.getRegion(),
                cell.getPeriod(),
                cell.getBreakdown(),
                cell.getUnit()),
            Arrays.asList(cell.getExact(), cell.getRank(), cell.getStatus(), cell.getReason()));
      }
    }
    return own;
  }

  private static boolean isOver(IndicatorValue cell) {
    if (cell.getPeriod().startsWith("unallocated:")) {
      return false;
    }
    Period period = Period.parse(cell.getPeriod(), FiscalCalendar.JAPAN);
    return period.type() != PeriodType.TD && !period.end().isAfter(LAST_DAY);
  }

  private static boolean isComparison(IndicatorValue cell) {
    return cell.getIndicator().startsWith("quality.");
  }
}
