package org.kuroshio.indicators.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.projection.RegionSet;
import org.kuroshio.indicators.region.Kind;
import org.kuroshio.indicators.region.Regions;

/**
 * Which table regions a region set counts in, and with what weight. Facts known only for a group
 * are also kept apart under `@GROUP`: they make the smaller regions PARTIAL and are the group's
 * unallocated row. Not thread-safe: it remembers.
 */
final class Reach {
  /** Marks the place of facts that are known for a group only. */
  static final String GROUP_ONLY = "@";

  /** A table region with the set's weight there. */
  record Touched(String region, long numerator, long denominator) {}

  private record Question(String set, List<Set<String>> containing) {}

  private final Regions regions;
  private final Map<String, Map<String, Rational>> weights = new HashMap<>();
  private final Map<Question, List<Touched>> answers = new HashMap<>();

  Reach(Regions regions) {
    this.regions = regions;
  }

  List<Touched> of(String set, LocalDate on) {
    Map<String, Rational> locations = weights.computeIfAbsent(set, RegionSet::parse);
    List<Set<String>> containing = new ArrayList<>(locations.size());
    for (String location : locations.keySet()) {
      containing.add(regions.containing(location, on));
    }
    return answers.computeIfAbsent(
        new Question(set, containing), q -> touched(locations, containing));
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
    sums.forEach(
        (region, weight) ->
            touched.add(
                new Touched(
                    region,
                    weight.numerator().longValueExact(),
                    weight.denominator().longValueExact())));
    return List.copyOf(touched);
  }
}
