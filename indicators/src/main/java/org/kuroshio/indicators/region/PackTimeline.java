package org.kuroshio.indicators.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A pack's memberships, worked out once for each stretch of days in which none changes, so that
 * asking costs two look-ups.
 */
final class PackTimeline {

  /** The first days of all stretches but the first. */
  private final int[] changes;

  private final List<Stretch> stretches = new ArrayList<>();

  /**
   * @param leaves of each group and each leaf, ascending
   * @param containing of each leaf, group and the country's unknown: the table regions that it
   *     counts in
   */
  private record Stretch(
      Map<String, SortedSet<String>> leaves, Map<String, Set<String>> containing) {}

  PackTimeline(RegionPack pack) {
    changes =
        pack.groups().values().stream()
            .flatMap(group -> group.members().stream())
            .flatMapToInt(PackTimeline::changeDays)
            .sorted()
            .distinct()
            .toArray();
    stretches.add(stretch(pack, Integer.MIN_VALUE));
    for (int change : changes) {
      stretches.add(stretch(pack, change));
    }
  }

  private static IntStream changeDays(Member member) {
    IntStream.Builder days = IntStream.builder();
    if (member.fromDay() != Integer.MIN_VALUE) {
      days.add(member.fromDay());
    }
    if (member.toDay() != Integer.MAX_VALUE) {
      days.add(member.toDay() + 1);
    }
    return days.build();
  }

  private static Stretch stretch(RegionPack pack, long day) {
    SortedMap<String, SortedSet<String>> groups = new TreeMap<>();
    pack.groups().forEach((code, group) -> groups.put(code, group.leavesOn(day)));
    Map<String, SortedSet<String>> leaves = new HashMap<>(groups);
    pack.leaves().keySet().forEach(leaf -> leaves.put(leaf, new TreeSet<>(Set.of(leaf))));
    Map<String, Set<String>> containing = new HashMap<>();
    leaves.forEach((code, members) -> containing.put(code, holders(pack, code, members, groups)));
    containing.put(pack.unknown(), holders(pack, pack.unknown(), Set.of(), groups));
    return new Stretch(leaves, containing);
  }

  /**
   * The location itself, then the groups that hold all of it by code, the country and the world.
   */
  private static Set<String> holders(
      RegionPack pack,
      String location,
      Set<String> members,
      SortedMap<String, SortedSet<String>> groups) {
    Set<String> holders = new LinkedHashSet<>();
    holders.add(location);
    groups.forEach(
        (group, leaves) -> {
          if (!members.isEmpty() && leaves.containsAll(members)) {
            holders.add(group);
          }
        });
    holders.add(pack.country());
    holders.add(Regions.WORLD);
    return Collections.unmodifiableSet(holders);
  }

  /** The first days of the stretches after the first. */
  List<LocalDate> changes() {
    return Arrays.stream(changes).mapToObj(LocalDate::ofEpochDay).toList();
  }

  Set<String> containing(String location, LocalDate on) {
    return at(on).containing().get(location);
  }

  SortedSet<String> leaves(String group, LocalDate on) {
    return Collections.unmodifiableSortedSet(at(on).leaves().get(group));
  }

  boolean overlapsPartly(String location, String region, LocalDate on) {
    return overlapsPartly(at(on), location, region);
  }

  /** On any day at all. */
  boolean overlapsPartly(String location, String region) {
    return stretches.stream().anyMatch(stretch -> overlapsPartly(stretch, location, region));
  }

  private static boolean overlapsPartly(Stretch stretch, String location, String region) {
    return !Collections.disjoint(stretch.leaves().get(location), stretch.leaves().get(region))
        && !stretch.containing().get(location).contains(region);
  }

  private Stretch at(LocalDate on) {
    if (changes.length == 0) {
      return stretches.get(0);
    }
    int day = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, on.toEpochDay()));
    int found = Arrays.binarySearch(changes, day);
    return stretches.get(found >= 0 ? found + 1 : -found - 1);
  }
}
