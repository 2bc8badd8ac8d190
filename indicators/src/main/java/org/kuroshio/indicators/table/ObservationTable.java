package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;

/**
 * Observed series such as population: by series and region, the reference dates with their
 * vintages.
 */
final class ObservationTable {
  private static final long SCALE = 10_000;

  /** A value with the date and release that it is of. */
  record Observed(Rational value, int day, String vintage) {}

  private final Regions regions;

  /** Series and region, then reference day, then vintage and entity in the order of their text. */
  private final Map<String, Map<String, TreeMap<Integer, TreeMap<String, Long>>>> series =
      new HashMap<>();

  ObservationTable(Regions regions) {
    this.regions = regions;
  }

  void changed(String name, BaseKey key, long change, int presence) {
    TreeMap<Integer, TreeMap<String, Long>> days =
        series
            .computeIfAbsent(name, s -> new HashMap<>())
            .computeIfAbsent(key.regions(), r -> new TreeMap<>());
    TreeMap<String, Long> vintages = days.computeIfAbsent(key.to(), d -> new TreeMap<>());
    vintages.merge(key.item(), change, Long::sum);
    if (presence < 0) {
      vintages.remove(key.item());
    }
    if (vintages.isEmpty()) {
      days.remove(key.to());
    }
  }

  /**
   * The latest observation not after the day, of its latest vintage; of a group the sum over its
   * leaves if they are of one date and vintage.
   */
  Optional<Observed> latest(String name, String region, int day) {
    Map<String, TreeMap<Integer, TreeMap<String, Long>>> places =
        series.getOrDefault(name, Map.of());
    TreeMap<Integer, TreeMap<String, Long>> days = places.get(region);
    Map.Entry<Integer, TreeMap<String, Long>> found = days == null ? null : days.floorEntry(day);
    if (found != null) {
      Map.Entry<String, Long> newest = found.getValue().lastEntry();
      return Optional.of(
          new Observed(
              Rational.of(newest.getValue(), SCALE), found.getKey(), vintage(newest.getKey())));
    }
    Kind kind = regions.kind(region);
    return kind == Kind.GROUP || kind == Kind.COUNTRY ? sum(name, region, day) : Optional.empty();
  }

  private Optional<Observed> sum(String name, String group, int day) {
    List<String> leaves = regions.leaves(group, LocalDate.ofEpochDay(day));
    Observed sum = null;
    for (String leaf : leaves) {
      TreeMap<Integer, TreeMap<String, Long>> days = series.getOrDefault(name, Map.of()).get(leaf);
      Optional<Observed> part = days == null ? Optional.empty() : latest(name, leaf, day);
      if (part.isEmpty()
          || (sum != null
              && (sum.day() != part.get().day() || !sum.vintage().equals(part.get().vintage())))) {
        return Optional.empty();
      }
      sum =
          sum == null
              ? part.get()
              : new Observed(sum.value().add(part.get().value()), sum.day(), sum.vintage());
    }
    return Optional.ofNullable(sum);
  }

  private static String vintage(String item) {
    return item.substring(0, item.indexOf('\n'));
  }
}
