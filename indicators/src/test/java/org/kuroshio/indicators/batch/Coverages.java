package org.kuroshio.indicators.batch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kuroshio.schemas.reference.Coverage;

/** For what an absent fact means zero. */
final class Coverages {
  private final List<Coverage> all;

  Coverages(List<Coverage> all) {
    this.all = all;
  }

  /** The first covered day of the indicator anywhere; long after all days where there is none. */
  LocalDate begin(String indicator) {
    return all.stream()
        .filter(c -> c.getIndicator().equals(indicator))
        .map(c -> c.getPeriod().getFrom())
        .min(LocalDate::compareTo)
        .orElse(LocalDate.MAX);
  }

  boolean covers(String indicator, String region, LocalDate first, LocalDate last) {
    if (first.isBefore(begin(indicator))) {
      return false;
    }
    if (everyDay(indicator, first, last, c -> c.getRegions().contains(region))) {
      return true;
    }
    for (String group : groups(region)) {
      if (everyDay(indicator, first, last, c -> speaksForMembers(c, group))) {
        return true;
      }
    }
    Set<String> leaves = Places.GROUPS.get(region);
    return leaves != null
        && leaves.stream()
            .allMatch(leaf -> everyDay(indicator, first, last, c -> c.getRegions().contains(leaf)));
  }

  private static List<String> groups(String region) {
    List<String> groups = new ArrayList<>(Places.rows(region));
    groups.removeIf(row -> row.equals(region) || row.startsWith(Places.UNALLOCATED));
    return groups;
  }

  /** A group that stands beside a member of its own speaks for its total only. */
  private static boolean speaksForMembers(Coverage coverage, String group) {
    return coverage.getRegions().contains(group)
        && coverage.getRegions().stream()
            .noneMatch(other -> !other.equals(group) && Places.rows(other).contains(group));
  }

  private boolean everyDay(
      String indicator,
      LocalDate first,
      LocalDate last,
      java.util.function.Predicate<Coverage> speaks) {
    LocalDate day = first;
    while (!day.isAfter(last)) {
      LocalDate next = day;
      for (Coverage coverage : all) {
        boolean holds =
            coverage.getIndicator().equals(indicator)
                && speaks.test(coverage)
                && !coverage.getPeriod().getFrom().isAfter(day)
                && !coverage.getPeriod().getTo().isBefore(day);
        LocalDate after = coverage.getPeriod().getTo().plusDays(1);
        next = holds && after.isAfter(next) ? after : next;
      }
      if (next.equals(day)) {
        return false;
      }
      day = next;
    }
    return true;
  }
}
