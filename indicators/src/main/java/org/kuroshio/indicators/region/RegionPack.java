package org.kuroshio.indicators.region;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
}
