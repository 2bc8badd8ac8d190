package org.kuroshio.indicators.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.exact.Rational;

/** The few regions that random events lie in. */
final class Places {
  static final String UNALLOCATED = "unallocated:";

  static final Map<String, Set<String>> GROUPS = new TreeMap<>();

  static {
    GROUPS.put("JP-TKA4", leaves(11, 12, 13, 14));
    GROUPS.put("JP-KANTO7", leaves(8, 9, 10, 11, 12, 13, 14));
    GROUPS.put("JP-CAP8", leaves(8, 9, 10, 11, 12, 13, 14, 19));
    GROUPS.put("JP-KANTO11", leaves(8, 9, 10, 11, 12, 13, 14, 15, 19, 20, 22));
  }

  private Places() {}

  private static Set<String> leaves(int... numbers) {
    Set<String> leaves = new TreeSet<>();
    for (int number : numbers) {
      leaves.add(String.format("JP-%02d", number));
    }
    return leaves;
  }

  static Set<String> prefectures() {
    Set<String> all = new TreeSet<>();
    for (int number = 1; number <= 47; number++) {
      all.addAll(leaves(number));
    }
    return all;
  }

  /** Two letters, or nothing for the world and what is unknown. */
  static String country(String region) {
    String code = plain(region);
    return code.equals("WORLD") || code.equals("ZZ") ? "" : code.substring(0, 2);
  }

  static String plain(String region) {
    return region.startsWith(UNALLOCATED) ? region.substring(UNALLOCATED.length()) : region;
  }

  /** The rows of a table that a location counts in. */
  static Set<String> rows(String location) {
    Set<String> rows = new TreeSet<>(List.of(location, "WORLD"));
    if (!country(location).isEmpty()) {
      rows.add(country(location));
    }
    Set<String> inside = GROUPS.getOrDefault(location, Set.of(location));
    GROUPS.forEach(
        (group, leaves) -> {
          if (leaves.containsAll(inside)) {
            rows.add(group);
          }
        });
    if (GROUPS.containsKey(location)) {
      rows.add(UNALLOCATED + location);
    }
    return rows;
  }

  /** The weight of a fact's locations in each row. */
  static Map<String, Rational> weights(Map<String, Rational> locations) {
    Map<String, Rational> weights = new LinkedHashMap<>();
    locations.forEach((l, w) -> rows(l).forEach(row -> weights.merge(row, w, Rational::add)));
    return weights;
  }

  /** Whether what is known for the group only may lie in the row's region, or may not. */
  static boolean mayLieIn(String group, String row) {
    if (row.startsWith(UNALLOCATED)) {
      return false;
    }
    Set<String> theirs = GROUPS.getOrDefault(row, Set.of(row));
    return theirs.stream().anyMatch(GROUPS.get(group)::contains)
        && !theirs.containsAll(GROUPS.get(group));
  }

  /** The leaves of a group or country that has some. */
  static List<String> members(String group) {
    return new ArrayList<>(group.equals("JP") ? prefectures() : GROUPS.get(group));
  }
}
