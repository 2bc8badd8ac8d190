package org.kuroshio.serve.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

/** The tables of one cut. Never changes; safe for many threads. */
public final class Snapshot {
  private final IndicatorTable table;
  private final Cut cut;
  private volatile Map<String, List<IndicatorValue>> byIndicator;

  /**
   * @param table with a cut; nobody may change it any more
   */
  public Snapshot(IndicatorTable table) {
    this.table = table;
    this.cut = table.cut().orElseThrow();
  }

  public IndicatorTable table() {
    return table;
  }

  public Cut cut() {
    return cut;
  }

  /**
   * Names the tables and the day that they are of: the id alone stands for the same cells on any
   * day.
   */
  public String mark() {
    return mark(cut);
  }

  /** As {@link #mark()}. */
  public static String mark(Cut cut) {
    return cut.getCut() + "-" + cut.getAsOf() + "-" + cut.getSequence();
  }

  /** The cells of every indicator, in no order. Sorted out when it is first asked for. */
  public Map<String, List<IndicatorValue>> byIndicator() {
    Map<String, List<IndicatorValue>> sorted = byIndicator;
    if (sorted == null) {
      sorted = new HashMap<>();
      for (IndicatorValue cell : table.cells()) {
        sorted.computeIfAbsent(cell.getIndicator(), i -> new ArrayList<>()).add(cell);
      }
      byIndicator = sorted;
    }
    return sorted;
  }
}
