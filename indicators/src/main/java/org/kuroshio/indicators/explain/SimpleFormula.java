package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.List;
import org.kuroshio.indicators.definition.Aggregation;
import org.kuroshio.indicators.definition.Counting;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.definition.Measure;

/** Says how a simple kind is counted. */
final class SimpleFormula {
  private SimpleFormula() {}

  /**
   * @param standsAt the day of a stock, and to which open terms last
   */
  static String of(Indicator indicator, Measure measure, CellQuestion cell, LocalDate standsAt) {
    return what(measure)
        + " of "
        + measure.entity()
        + " records (stream "
        + measure.stream()
        + ") "
        + when(indicator.kind(), measure, cell, standsAt)
        + ", by "
        + measure.region().name()
        + counting(indicator.kind());
  }

  private static String what(Measure measure) {
    String each = measure.each().map(e -> " over the " + e.path()).orElse("");
    Aggregation aggregation = measure.aggregation();
    if (aggregation instanceof Aggregation.Sum sum) {
      return "sum of " + sum.path() + each;
    }
    if (aggregation instanceof Aggregation.Distinct distinct) {
      return "number of different " + distinct.path() + each;
    }
    if (aggregation instanceof Aggregation.Days days) {
      return "median of the days from " + days.from() + " to " + days.to();
    }
    return "number" + each;
  }

  private static String when(Kind kind, Measure measure, CellQuestion cell, LocalDate standsAt) {
    if (kind instanceof Kind.Stock) {
      return "TD".equals(cell.period())
          ? "that have come and not gone, whatever their date"
          : "that stand at " + cell.period() + ", as of " + standsAt;
    }
    if (kind instanceof Kind.MedianDays) {
      return "that were due by " + standsAt;
    }
    List<String> dates = measure.timing() instanceof Measure.Timing.At at ? at.paths() : List.of();
    String dated = "dated " + String.join(" or ", dates);
    return CellLookup.isTooRough(cell)
        ? dated + " too roughly for any one period"
        : dated + " in " + cell.period();
  }

  private static String counting(Kind kind) {
    Counting counting =
        kind instanceof Kind.Simple simple
            ? simple.counting()
            : kind instanceof Kind.Stock stock ? stock.counting() : Counting.WHOLE;
    return counting == Counting.FRACTIONAL
        ? "; each is divided over the regions that it stands in"
        : "; each counts once in every region that it stands in";
  }
}
