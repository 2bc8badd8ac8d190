package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;

/** For which indicator, region and days an absent fact means zero. */
final class CoverageTable {
  private static final String MEMBERS = "members";

  private final Regions regions;

  /**
   * By indicator and region: the days covered, `from` to the greatest `to` of that start; apart for
   * totals and for members.
   */
  private final Map<String, Map<String, TreeMap<Integer, TreeMap<Integer, Integer>>>> total =
      new HashMap<>();

  private final Map<String, Map<String, TreeMap<Integer, TreeMap<Integer, Integer>>>> members =
      new HashMap<>();

  CoverageTable(Regions regions) {
    this.regions = regions;
  }

  void changed(String indicator, BaseKey key, int presence) {
    if (presence == 0) {
      return;
    }
    put(total, indicator, key, presence);
    if (key.item().equals(MEMBERS)) {
      put(members, indicator, key, presence);
    }
  }

  private static void put(
      Map<String, Map<String, TreeMap<Integer, TreeMap<Integer, Integer>>>> into,
      String indicator,
      BaseKey key,
      int presence) {
    TreeMap<Integer, Integer> ends =
        into.computeIfAbsent(indicator, i -> new HashMap<>())
            .computeIfAbsent(key.regions(), r -> new TreeMap<>())
            .computeIfAbsent(key.from(), f -> new TreeMap<>());
    if (ends.merge(key.to(), presence, Integer::sum) <= 0) {
      ends.remove(key.to());
    }
  }

  /** Whether the facts of every day from first to last are complete for the region. */
  boolean covers(String indicator, String region, int first, int last) {
    if (spans(total.getOrDefault(indicator, Map.of()).get(region), first, last)) {
      return true;
    }
    Map<String, TreeMap<Integer, TreeMap<Integer, Integer>>> groups =
        members.getOrDefault(indicator, Map.of());
    if (groups.isEmpty()) {
      return false;
    }
    LocalDate on = LocalDate.ofEpochDay(last);
    Kind kind = regions.kind(region);
    if (kind == Kind.WORLD) {
      return false;
    }
    if (kind == Kind.LEAF || kind == Kind.COUNTRY_UNKNOWN || kind == Kind.GROUP) {
      for (String group : regions.containing(region, on)) {
        if (!group.equals(region) && spans(groups.get(group), first, last)) {
          return true;
        }
      }
    }
    if (kind == Kind.GROUP) {
      List<String> leaves = regions.leaves(region, on);
      return !leaves.isEmpty()
          && leaves.stream().allMatch(leaf -> spans(total.get(indicator).get(leaf), first, last));
    }
    return false;
  }

  /** The first day that is covered anywhere; the greatest number where nothing is. */
  int firstDay(String indicator) {
    int first = Integer.MAX_VALUE;
    for (TreeMap<Integer, TreeMap<Integer, Integer>> starts :
        total.getOrDefault(indicator, Map.of()).values()) {
      for (Map.Entry<Integer, TreeMap<Integer, Integer>> start : starts.entrySet()) {
        first = start.getValue().isEmpty() ? first : Math.min(first, start.getKey());
      }
    }
    return first;
  }

  /** First days of coverage with the last day of the longest that begins there. */
  Map<Integer, Integer> spans(String indicator) {
    Map<Integer, Integer> spans = new TreeMap<>();
    for (TreeMap<Integer, TreeMap<Integer, Integer>> starts :
        total.getOrDefault(indicator, Map.of()).values()) {
      starts.forEach(
          (from, ends) -> {
            if (!ends.isEmpty()) {
              spans.merge(from, ends.lastKey(), Math::max);
            }
          });
    }
    return spans;
  }

  /** Regions that any coverage of the indicator may speak of, those inside groups among them. */
  Set<String> regions(String indicator) {
    Set<String> all = new LinkedHashSet<>(total.getOrDefault(indicator, Map.of()).keySet());
    for (String group : members.getOrDefault(indicator, Map.of()).keySet()) {
      addInside(group, all);
    }
    for (String country : regions.countries()) {
      for (String group : regions.groups(country)) {
        if (everIn(group).stream().anyMatch(all::contains)) {
          all.add(group);
        }
      }
    }
    return all;
  }

  private void addInside(String group, Set<String> all) {
    switch (regions.kind(group)) {
      case WORLD -> {
        for (String country : regions.countries()) {
          all.add(country);
          addInside(country, all);
        }
        regions.unknownOf(group).ifPresent(all::add);
      }
      case COUNTRY, GROUP -> {
        all.addAll(everIn(group));
        regions.unknownOf(group).ifPresent(all::add);
      }
      case LEAF, COUNTRY_UNKNOWN, UNKNOWN -> {}
    }
  }

  /** The leaves of the group on any day. */
  private Set<String> everIn(String group) {
    Set<String> leaves = new LinkedHashSet<>(regions.leaves(group, LocalDate.EPOCH));
    for (LocalDate change : regions.membershipChanges(group)) {
      leaves.addAll(regions.leaves(group, change.minusDays(1)));
      leaves.addAll(regions.leaves(group, change));
    }
    return leaves;
  }

  private static boolean spans(
      TreeMap<Integer, TreeMap<Integer, Integer>> intervals, int first, int last) {
    if (intervals == null) {
      return false;
    }
    int next = first;
    for (Map.Entry<Integer, TreeMap<Integer, Integer>> interval : intervals.entrySet()) {
      if (interval.getKey() > next) {
        return false;
      }
      if (!interval.getValue().isEmpty()) {
        int end = interval.getValue().lastKey();
        if (end >= last) {
          return true;
        }
        next = Math.max(next, end + 1);
      }
    }
    return false;
  }
}
