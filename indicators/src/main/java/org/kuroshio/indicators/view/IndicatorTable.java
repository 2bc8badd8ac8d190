package org.kuroshio.indicators.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * Published cells, folded in the order of the topic. What follows the last cut is held back until
 * its cut record comes, so that a question never sees half of a correction. Not thread-safe.
 */
public final class IndicatorTable {
  /** What the cells of one table have in common. */
  private record Address(String indicator, String period, String breakdown) {}

  private final Map<String, IndicatorValue> pending = new LinkedHashMap<>();
  private final Map<String, IndicatorValue> cells = new HashMap<>();
  private final Map<Address, Map<String, IndicatorValue>> byAddress = new HashMap<>();
  private Cut cut;

  /**
   * A cell of the tables or of the history.
   *
   * @param key the Kafka key
   * @param value null or of status MISSING if the cell is gone
   */
  public void apply(String key, IndicatorValue value) {
    pending.put(key, value);
  }

  /** The end of a cut: what came since the last one counts from now on. */
  public void apply(Cut next) {
    pending.forEach(this::put);
    pending.clear();
    cut = next;
  }

  /** The last cut; empty before the first. */
  public Optional<Cut> cut() {
    return Optional.ofNullable(cut);
  }

  public Collection<IndicatorValue> cells() {
    return cells.values();
  }

  public Optional<IndicatorValue> cell(String key) {
    return Optional.ofNullable(cells.get(key));
  }

  /** The cells of one indicator, period label and breakdown, in no order. */
  public Collection<IndicatorValue> cells(String indicator, String period, String breakdown) {
    return byAddress.getOrDefault(new Address(indicator, period, breakdown), Map.of()).values();
  }

  /** Breakdowns that the indicator has cells for, sorted; the empty one is left out. */
  public List<String> breakdowns(String indicator) {
    return byAddress.keySet().stream()
        .filter(a -> a.indicator().equals(indicator) && !a.breakdown().isEmpty())
        .map(Address::breakdown)
        .distinct()
        .sorted()
        .toList();
  }

  /** Period labels that the indicator has cells for, sorted as text. */
  public List<String> periods(String indicator) {
    return new ArrayList<>(
        byAddress.keySet().stream()
            .filter(a -> a.indicator().equals(indicator))
            .map(Address::period)
            .distinct()
            .sorted()
            .toList());
  }

  private void put(String key, IndicatorValue value) {
    boolean gone = value == null || value.getStatus() == Status.MISSING;
    IndicatorValue before = gone ? cells.remove(key) : cells.put(key, value);
    IndicatorValue known = gone ? before : value;
    if (known == null) {
      return;
    }
    Address address = new Address(known.getIndicator(), known.getPeriod(), known.getBreakdown());
    Map<String, IndicatorValue> same = byAddress.computeIfAbsent(address, a -> new HashMap<>());
    if (gone) {
      same.remove(key);
    } else {
      same.put(key, value);
    }
    if (same.isEmpty()) {
      byAddress.remove(address);
    }
  }
}
