package org.kuroshio.indicators.alert.threshold;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

/** The cells that rules read, as of the last cut, and where they changed. One thread. */
public final class WatchedCells {
  private static final int PERIOD = 4;

  private final Set<String> indicators = new HashSet<>();
  private final IndicatorTable table = new IndicatorTable();
  private final Map<String, Set<String>> touched = new HashMap<>();

  public WatchedCells(
      Collection<AlertRule<CellTest>> cells, Collection<AlertRule<MoveTest>> moves) {
    cells.forEach(rule -> indicators.addAll(rule.test().indicators()));
    moves.forEach(rule -> indicators.addAll(rule.test().indicators()));
  }

  /**
   * A cell of the tables, which counts from its cut on.
   *
   * @param key the Kafka key
   * @param value null if the cell is gone
   */
  public void apply(String key, IndicatorValue value) {
    String[] parts = key.split("\\|", -1);
    if (indicators.contains(parts[0])) {
      table.apply(key, value);
      touched.computeIfAbsent(parts[0], i -> new HashSet<>()).add(parts[PERIOD]);
    }
  }

  public void apply(Cut cut) {
    table.apply(cut);
  }

  IndicatorTable table() {
    return table;
  }

  /** By indicator, the periods with a cell that changed since the last call. */
  Map<String, Set<String>> drain() {
    Map<String, Set<String>> drained = new HashMap<>(touched);
    touched.clear();
    return drained;
  }
}
