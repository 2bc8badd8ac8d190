package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Median;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.projection.Item;

/**
 * Terms that were due on a day and ended on another, or not yet: the day histograms behind medians.
 */
final class TermTable {
  private final Reach reach;
  private final Map<Line, Map<String, TreeMap<Integer, Map<String, Long>>>> terms = new HashMap<>();

  TermTable(Reach reach) {
    this.reach = reach;
  }

  void changed(BaseKey key, long change, StockTable.Touched touched) {
    Line line = new Line(key.breakdown(), key.unit());
    for (Reach.Touched place : reach.of(key.regions(), LocalDate.ofEpochDay(key.to()))) {
      Map<String, TreeMap<Integer, Map<String, Long>>> regions =
          terms.computeIfAbsent(line, l -> new HashMap<>());
      TreeMap<Integer, Map<String, Long>> days =
          regions.computeIfAbsent(place.region(), r -> new TreeMap<>());
      Map<String, Long> ends = days.computeIfAbsent(key.from(), d -> new HashMap<>());
      if (ends.merge(key.item(), change, Long::sum) == 0) {
        ends.remove(key.item());
      }
      if (ends.isEmpty()) {
        days.remove(key.from());
      }
      if (days.isEmpty()) {
        regions.remove(place.region());
      }
      touched.touched(line, place.region(), key.from());
    }
  }

  /** The median of days over everything due by the day; an open term lasts to the day itself. */
  Optional<Rational> median(Line line, String region, int day) {
    TreeMap<Long, Long> histogram = new TreeMap<>();
    for (Map.Entry<Integer, Map<String, Long>> due :
        days(line, region).headMap(day, true).entrySet()) {
      due.getValue()
          .forEach(
              (item, count) ->
                  histogram.merge(
                      (long) Item.untilDay(item, day) - due.getKey(), count, Long::sum));
    }
    return Median.of(histogram);
  }

  TreeMap<Integer, Map<String, Long>> days(Line line, String region) {
    return terms.getOrDefault(line, Map.of()).getOrDefault(region, new TreeMap<>());
  }

  Set<Line> lines() {
    return terms.keySet();
  }

  Set<String> regions(Line line) {
    return terms.getOrDefault(line, Map.of()).keySet();
  }
}
