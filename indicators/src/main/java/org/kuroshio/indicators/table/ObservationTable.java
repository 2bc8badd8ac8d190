package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
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

  /** What was said first and last of one region and day. */
  record Releases(String region, int day, Observed first, Observed last) {}

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
      return Optional.of(observed(found.getKey(), found.getValue().lastEntry()));
    }
    Kind kind = regions.kind(region);
    return kind == Kind.GROUP || kind == Kind.COUNTRY ? sum(name, region, day) : Optional.empty();
  }

  /** Every region and reference date of a series, in order, with its first and last release. */
  List<Releases> releases(String name) {
    List<Releases> all = new ArrayList<>();
    for (Map.Entry<String, TreeMap<Integer, TreeMap<String, Long>>> region :
        new TreeMap<>(series.getOrDefault(name, Map.of())).entrySet()) {
      region
          .getValue()
          .forEach(
              (day, vintages) ->
                  all.add(
                      new Releases(
                          region.getKey(),
                          day,
                          observed(day, vintages.firstEntry()),
                          observed(day, vintages.lastEntry()))));
    }
    return all;
  }

  private static Observed observed(int day, Map.Entry<String, Long> release) {
    return new Observed(Rational.of(release.getValue(), SCALE), day, vintage(release.getKey()));
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
