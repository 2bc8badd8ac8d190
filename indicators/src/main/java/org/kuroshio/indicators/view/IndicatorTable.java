package org.kuroshio.indicators.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * Published cells, folded in the order of the topic. What follows the last cut is held back until
 * its cut record comes, so that a question never sees half of a correction. Not thread-safe; a
 * {@link #snapshot} that nobody changes is.
 */
public final class IndicatorTable {
  private static final char SEPARATOR = '|';

  /** What the cells of one column of a table have in common. */
  public record Column(String indicator, String period, String breakdown) {
    private static Column of(IndicatorValue cell) {
      return new Column(cell.getIndicator(), cell.getPeriod(), cell.getBreakdown());
    }

    /**
     * From `indicator|version|group|region|period|breakdown|unit`; empty if it has no such form.
     */
    private static Optional<Column> of(String key) {
      int[] ends = new int[5];
      int at = -1;
      for (int i = 0; i < ends.length; i++) {
        at = key.indexOf(SEPARATOR, at + 1);
        if (at < 0) {
          return Optional.empty();
        }
        ends[i] = at;
      }
      int last = key.lastIndexOf(SEPARATOR);
      return last <= ends[4]
          ? Optional.empty()
          : Optional.of(
              new Column(
                  key.substring(0, ends[0]),
                  key.substring(ends[3] + 1, ends[4]),
                  key.substring(ends[4] + 1, last)));
    }
  }

  private final Map<String, IndicatorValue> pending = new LinkedHashMap<>();

  /** The inner maps are shared with snapshots, and replaced where a cut changes them. */
  private final Map<Column, Map<String, IndicatorValue>> tables;

  private Cut cut;

  public IndicatorTable() {
    this(new HashMap<>(), null);
  }

  private IndicatorTable(Map<Column, Map<String, IndicatorValue>> tables, Cut cut) {
    this.tables = tables;
    this.cut = cut;
  }

  /**
   * A cell of the tables or of the history.
   *
   * @param key the Kafka key
   * @param value null or of status MISSING if the cell is gone
   */
  public void apply(String key, IndicatorValue value) {
    pending.put(key, value);
  }

  /**
   * The end of a cut: what came since the last one counts from now on.
   *
   * @return the cells that came, by key, of status MISSING where one that was there is gone
   */
  public Map<String, IndicatorValue> apply(Cut next) {
    Map<String, IndicatorValue> came = new LinkedHashMap<>();
    Map<Column, Map<String, IndicatorValue>> changed = new HashMap<>();
    pending.forEach((key, value) -> put(key, value, changed, came));
    changed.forEach(
        (column, cells) -> {
          if (cells.isEmpty()) {
            tables.remove(column);
          } else {
            tables.put(column, cells);
          }
        });
    pending.clear();
    cut = next;
    return came;
  }

  /** The same cells and cut, whatever comes next. Costs as much as there are columns, not cells. */
  public IndicatorTable snapshot() {
    return new IndicatorTable(new HashMap<>(tables), cut);
  }

  /**
   * The keys of cells that the other tables have not, or have otherwise, or that only they have.
   * Quick where one was made from the other: what they share is passed over.
   */
  public Set<String> keysUnlike(IndicatorTable other) {
    Set<String> keys = new HashSet<>();
    Set<Column> columns = new HashSet<>(tables.keySet());
    columns.addAll(other.tables.keySet());
    for (Column column : columns) {
      Map<String, IndicatorValue> mine = tables.getOrDefault(column, Map.of());
      Map<String, IndicatorValue> theirs = other.tables.getOrDefault(column, Map.of());
      if (!isShared(mine, theirs)) {
        mine.forEach(
            (key, cell) -> {
              if (!cell.equals(theirs.get(key))) {
                keys.add(key);
              }
            });
        theirs.keySet().stream().filter(key -> !mine.containsKey(key)).forEach(keys::add);
      }
    }
    return keys;
  }

  /** Not whether they are equal, which takes as long as to find out what differs. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isShared(
      Map<String, IndicatorValue> mine, Map<String, IndicatorValue> theirs) {
    return mine == theirs;
  }

  /** The last cut; empty before the first. */
  public Optional<Cut> cut() {
    return Optional.ofNullable(cut);
  }

  /** Every cell, in no order. */
  public Collection<IndicatorValue> cells() {
    List<IndicatorValue> all = new ArrayList<>();
    tables.values().forEach(cells -> all.addAll(cells.values()));
    return all;
  }

  public Optional<IndicatorValue> cell(String key) {
    return Column.of(key).map(tables::get).map(cells -> cells.get(key));
  }

  /** The cells of one indicator, period label and breakdown, in no order. */
  public Collection<IndicatorValue> cells(String indicator, String period, String breakdown) {
    return tables.getOrDefault(new Column(indicator, period, breakdown), Map.of()).values();
  }

  /** What there are cells for, in no order. */
  public Set<Column> columns() {
    return Collections.unmodifiableSet(tables.keySet());
  }

  /** Breakdowns that the indicator has cells for, sorted; the empty one is left out. */
  public List<String> breakdowns(String indicator) {
    Set<String> sorted = new TreeSet<>();
    for (Column column : tables.keySet()) {
      if (column.indicator().equals(indicator) && !column.breakdown().isEmpty()) {
        sorted.add(column.breakdown());
      }
    }
    return List.copyOf(sorted);
  }

  /** Period labels that the indicator has cells for, sorted as text. */
  public List<String> periods(String indicator) {
    Set<String> sorted = new TreeSet<>();
    for (Column column : tables.keySet()) {
      if (column.indicator().equals(indicator)) {
        sorted.add(column.period());
      }
    }
    return List.copyOf(sorted);
  }

  private void put(
      String key,
      IndicatorValue value,
      Map<Column, Map<String, IndicatorValue>> changed,
      Map<String, IndicatorValue> came) {
    Optional<Column> column = value == null ? Column.of(key) : Optional.of(Column.of(value));
    if (column.isEmpty()) {
      return;
    }
    Map<String, IndicatorValue> cells =
        changed.computeIfAbsent(column.get(), a -> new HashMap<>(tables.getOrDefault(a, Map.of())));
    if (value != null && value.getStatus() != Status.MISSING) {
      cells.put(key, value);
      came.put(key, value);
    } else {
      IndicatorValue before = cells.remove(key);
      if (before != null) {
        came.put(key, missing(before, value));
      }
    }
  }

  /** What the history says of a cell that is gone; the tables' topic drops its key. */
  private static IndicatorValue missing(IndicatorValue before, IndicatorValue value) {
    return value != null
        ? value
        : IndicatorValue.newBuilder(before)
            .setValue(null)
            .setValueDouble(null)
            .setExact(null)
            .setNumerator(null)
            .setDenominator(null)
            .setRank(null)
            .setRanked(null)
            .setStatus(Status.MISSING)
            .setReason(null)
            .build();
  }
}
