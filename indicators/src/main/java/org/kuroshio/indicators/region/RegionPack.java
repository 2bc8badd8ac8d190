package org.kuroshio.indicators.region;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.kuroshio.indicators.period.FiscalCalendar;

/**
 * All that is known of one country: its leaves, its groups, what its years are, and other spellings
 * of its codes.
 */
record RegionPack(
    String country,
    Names names,
    FiscalCalendar calendar,
    SortedMap<String, Names> leaves,
    SortedMap<String, RegionGroup> groups,
    Map<String, String> aliases) {

  RegionPack {
    leaves = Collections.unmodifiableSortedMap(new TreeMap<>(leaves));
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    aliases = Map.copyOf(aliases);
  }

  String unknown() {
    return country + "-ZZ";
  }

  /** All codes that a location can have. */
  SortedSet<String> codes() {
    SortedSet<String> codes = new TreeSet<>(leaves.keySet());
    codes.addAll(groups.keySet());
    codes.add(unknown());
    return codes;
  }

  /**
   * The code of the country, leaf or group with that name in any language; case does not matter.
   */
  Optional<String> codeNamed(String name) {
    if (names.has(name)) {
      return Optional.of(country);
    }
    Optional<String> leaf = codeNamed(name, leaves, Function.identity());
    return leaf.isPresent() ? leaf : codeNamed(name, groups, RegionGroup::names);
  }

  private static <T> Optional<String> codeNamed(
      String name, Map<String, T> regions, Function<T, Names> names) {
    return regions.entrySet().stream()
        .filter(region -> names.apply(region.getValue()).has(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
