package org.kuroshio.serve.push;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * Which cells a reader wants to hear of; an empty set wants all. Readers with equal filters are
 * sent the same bytes.
 */
public record CellFilter(Set<String> indicators, Set<String> regions, Set<String> periods)
    implements Predicate<IndicatorValue> {
  public CellFilter {
    indicators = Set.copyOf(indicators);
    regions = Set.copyOf(regions);
    periods = Set.copyOf(periods);
  }

  @Override
  public boolean test(IndicatorValue cell) {
    return has(indicators, cell.getIndicator())
        && has(regions, cell.getRegion())
        && has(periods, cell.getPeriod());
  }

  private static boolean has(Set<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  /**
   * The rows of a group's table: its members of any day, what is known for it only, its unknown,
   * and itself. None, which means all, for WORLD.
   */
  public static Set<String> rowsOf(String group, Regions regions) {
    if (group.equals(Regions.WORLD)) {
      return Set.of();
    }
    Set<String> rows = new HashSet<>(Set.of(group, UnallocatedRows.PREFIX + group));
    regions.unknownOf(group).ifPresent(rows::add);
    rows.addAll(leaves(group, regions));
    return rows;
  }

  private static Collection<String> leaves(String group, Regions regions) {
    Set<String> leaves = new HashSet<>(regions.leaves(group, LocalDate.of(1, 1, 1)));
    for (LocalDate change : regions.membershipChanges(group)) {
      leaves.addAll(regions.leaves(group, change));
    }
    return leaves;
  }
}
