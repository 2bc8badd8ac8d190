package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Regions that any coverage of the indicator speaks of, with their members. */
  List<String> regions(String indicator) {
    List<String> all = new ArrayList<>(total.getOrDefault(indicator, Map.of()).keySet());
    for (String group : members.getOrDefault(indicator, Map.of()).keySet()) {
      Kind kind = regions.kind(group);
      if (kind == Kind.COUNTRY || kind == Kind.GROUP) {
        all.addAll(regions.leaves(group, LocalDate.EPOCH));
        regions.unknownOf(group).ifPresent(all::add);
        if (kind == Kind.COUNTRY) {
          all.addAll(regions.groups(group));
        }
      }
    }
    for (String country : regions.countries()) {
      for (String group : regions.groups(country)) {
        if (all.containsAll(regions.leaves(group, LocalDate.EPOCH))) {
          all.add(group);
        }
      }
    }
    return all.stream().distinct().toList();
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
