package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.ledger.BaseKey;

/** Changes of a stock by region and day; the stock on a day is the sum of the changes up to it. */
final class StockTable {
  /** Takes what a change of the facts touches. */
  interface Touched {
    void touched(Line line, String region);
  }

  private final Reach reach;
  private final Map<Line, Map<String, TreeMap<Integer, Sum>>> changes = new HashMap<>();

  StockTable(Reach reach) {
    this.reach = reach;
  }

  void changed(BaseKey key, long change, int presence, Touched touched) {
    Line line = new Line(key.breakdown(), key.unit());
    Map<String, TreeMap<Integer, Sum>> regions =
        changes.computeIfAbsent(line, l -> new HashMap<>());
    for (Reach.Touched place : reach.of(key.regions(), LocalDate.ofEpochDay(key.to()))) {
      TreeMap<Integer, Sum> days = regions.computeIfAbsent(place.region(), r -> new TreeMap<>());
      Sum sum = days.computeIfAbsent(key.from(), d -> new Sum());
      sum.add(key.item(), change, place.numerator(), place.denominator(), presence);
      if (sum.isEmpty()) {
        days.remove(key.from());
      }
      if (days.isEmpty()) {
        regions.remove(place.region());
      }
      touched.touched(line, place.region());
    }
  }

  /** Days in order with what changed; empty where no facts are. */
  TreeMap<Integer, Sum> days(Line line, String region) {
    return changes.getOrDefault(line, Map.of()).getOrDefault(region, new TreeMap<>());
  }

  /** Regions with facts, `@GROUP` among them. */
  Set<String> regions(Line line) {
    return changes.getOrDefault(line, Map.of()).keySet();
  }

  Set<Line> lines() {
    return changes.keySet();
  }
}
