package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Measure.Timing;
import org.kuroshio.indicators.ledger.BaseKey;

/**
 * Changes of a stock by region and day; the stock on a day is the sum of the changes up to it. The
 * smallest number stands for "always".
 */
final class StockTable {
  /** Takes what a change of the facts touches. */
  interface Touched {
    /**
     * @param firstDay the first day whose stock may be another one
     */
    void touched(Line line, String region, int firstDay);
  }

  private final Reach reach;
  private final List<Line> phases;
  private final Map<Line, Map<String, TreeMap<Integer, Sum>>> changes = new HashMap<>();

  /** How many regions' lines change on a day; without "always". */
  private final TreeMap<Integer, Integer> finite = new TreeMap<>();

  StockTable(Timing.During timing, Reach reach) {
    this.reach = reach;
    this.phases =
        timing.presences().stream()
            .filter(p -> !p.label().isEmpty())
            .map(p -> new Line(p.line(), ""))
            .toList();
  }

  void changed(BaseKey key, long change, int presence, Touched touched) {
    Line line = new Line(key.breakdown(), key.unit());
    Map<String, Integer> regions = new LinkedHashMap<>();
    for (Reach.Step step : reach.over(key.regions(), key.from())) {
      add(line, step, key.item(), change, presence);
      regions.merge(step.place().region(), step.day(), Math::min);
    }
    for (Line told : isPhased() ? linesToTell() : Set.of(line)) {
      regions.forEach((region, day) -> touched.touched(told, region, day));
    }
  }

  private void add(Line line, Reach.Step step, String item, long change, int presence) {
    Reach.Touched place = step.place();
    Map<String, TreeMap<Integer, Sum>> regions =
        changes.computeIfAbsent(line, l -> new HashMap<>());
    TreeMap<Integer, Sum> days = regions.computeIfAbsent(place.region(), r -> new TreeMap<>());
    Sum sum = days.get(step.day());
    if (sum == null) {
      sum = new Sum();
      days.put(step.day(), sum);
      count(step.day(), 1);
    }
    sum.add(item, step.sign() * change, place.weight(), presence);
    if (sum.isEmpty()) {
      days.remove(step.day());
      count(step.day(), -1);
    }
    if (days.isEmpty()) {
      regions.remove(place.region());
    }
    if (regions.isEmpty()) {
      changes.remove(line);
    }
  }

  private void count(int day, int change) {
    if (day != Integer.MIN_VALUE && finite.merge(day, change, Integer::sum) == 0) {
      finite.remove(day);
    }
  }

  /** Days in order with what changed; empty where no facts are. */
  TreeMap<Integer, Sum> days(Line line, String region) {
    return changes.getOrDefault(line, Map.of()).getOrDefault(region, new TreeMap<>());
  }

  /**
   * The first day on which the stock is told, the smallest number for "always", the greatest where
   * no facts are. Phases are told together: while one is known, the others are zero.
   */
  int firstDay(Line line, String region) {
    int first = Integer.MAX_VALUE;
    for (Line told : isPhased() ? changes.keySet() : Set.of(line)) {
      TreeMap<Integer, Sum> days = days(told, region);
      first = days.isEmpty() ? first : Math.min(first, days.firstKey());
    }
    return first;
  }

  /** The first change in any region and line; the greatest number where there is none. */
  int opening() {
    return finite.isEmpty() ? Integer.MAX_VALUE : finite.firstKey();
  }

  /** Whether the facts of the line weigh nothing on that day. */
  boolean isZeroAt(Line line, String region, int day) {
    Sum sum = new Sum();
    days(line, region).headMap(day, true).values().forEach(sum::add);
    return sum.isZero();
  }

  /** Regions with facts, {@code @GROUP} among them. */
  Set<String> regions(Line line) {
    return changes.getOrDefault(line, Map.of()).keySet();
  }

  /** All facts together, every breakdown that has any, and every phase. */
  Set<Line> linesToTell() {
    Set<Line> lines = new LinkedHashSet<>();
    lines.add(Line.WHOLE);
    lines.addAll(phases);
    lines.addAll(changes.keySet());
    return lines;
  }

  /**
   * Whether its entities pass from phase to phase; each is in one of them as long as it is there.
   */
  boolean isPhased() {
    return !phases.isEmpty();
  }
}
