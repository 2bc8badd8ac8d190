package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.projection.RegionSet;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;

/**
 * Which table regions a region set counts in, and with what weight. Facts known only for a group
 * are also kept apart under {@code @GROUP}: they make the smaller regions PARTIAL and are the
 * group's unallocated row. Not thread-safe: it remembers.
 */
final class Reach {
  /** Marks the place of facts that are known for a group only. */
  static final String GROUP_ONLY = "@";

  /** A table region with the set's weight there. */
  record Touched(String region, Rational weight) {}

  /**
   * A day from which a stock counts in a place, or no longer does.
   *
   * @param sign +1 or -1
   */
  record Step(int day, int sign, Touched place) {}

  private record Question(String set, List<Set<String>> containing) {}

  private final Regions regions;
  private final Map<String, Map<String, Rational>> weights = new HashMap<>();
  private final Map<Question, List<Touched>> answers = new HashMap<>();

  Reach(Regions regions) {
    this.regions = regions;
  }

  /** Where the set counts on a day. */
  List<Touched> of(String set, LocalDate on) {
    Map<String, Rational> locations = locations(set);
    List<Set<String>> containing = new ArrayList<>(locations.size());
    for (String location : locations.keySet()) {
      containing.add(regions.containing(location, on));
    }
    return answers.computeIfAbsent(
        new Question(set, containing), q -> touched(locations, containing));
  }

  /**
   * Where the set counts from a day on: on the day itself, and on later days on which a membership
   * changes, so that a stock follows its group's borders.
   */
  List<Step> over(String set, int fromDay) {
    List<Touched> places = of(set, LocalDate.ofEpochDay(fromDay));
    List<Step> steps = new ArrayList<>(places.size());
    places.forEach(place -> steps.add(new Step(fromDay, 1, place)));
    for (LocalDate change : changes(set)) {
      int day = Math.toIntExact(change.toEpochDay());
      List<Touched> next = day > fromDay ? of(set, change) : places;
      if (!next.equals(places)) {
        addDifference(steps, day, -1, places, next);
        addDifference(steps, day, 1, next, places);
        places = next;
      }
    }
    return steps;
  }

  private static void addDifference(
      List<Step> steps, int day, int sign, List<Touched> these, List<Touched> others) {
    for (Touched place : these) {
      if (!others.contains(place)) {
        steps.add(new Step(day, sign, place));
      }
    }
  }

  private Iterable<LocalDate> changes(String set) {
    TreeSet<LocalDate> days = new TreeSet<>();
    locations(set).keySet().forEach(l -> days.addAll(regions.membershipChanges(l)));
    return days;
  }

  /** Whether a fact of the place {@code @GROUP} may lie in this region, or may not. */
  boolean mayLieIn(String groupOnly, String region) {
    return groupOnly.startsWith(GROUP_ONLY)
        && !region.startsWith(GROUP_ONLY)
        && regions.overlapsPartly(groupOnly.substring(1), region);
  }

  private Map<String, Rational> locations(String set) {
    return weights.computeIfAbsent(set, RegionSet::parse);
  }

  private List<Touched> touched(Map<String, Rational> locations, List<Set<String>> containing) {
    Map<String, Rational> sums = new TreeMap<>();
    int i = 0;
    for (Map.Entry<String, Rational> location : locations.entrySet()) {
      for (String region : containing.get(i++)) {
        sums.merge(region, location.getValue(), Rational::add);
      }
      if (regions.kind(location.getKey()) == Kind.GROUP) {
        sums.merge(GROUP_ONLY + location.getKey(), location.getValue(), Rational::add);
      }
    }
    List<Touched> touched = new ArrayList<>(sums.size());
    sums.forEach((region, weight) -> touched.add(new Touched(region, weight)));
    return List.copyOf(touched);
  }
}
