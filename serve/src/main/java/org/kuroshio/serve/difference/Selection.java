package org.kuroshio.serve.difference;

import java.util.List;
import java.util.function.Predicate;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * Which cells are wanted; an empty list wants all.
 *
 * @param indicators ids
 * @param regions codes of rows
 * @param periods labels
 */
public record Selection(List<String> indicators, List<String> regions, List<String> periods)
    implements Predicate<CellDifference> {
  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  public Selection {
    indicators = List.copyOf(indicators);
    regions = List.copyOf(regions);
    periods = List.copyOf(periods);
  }

  @Override
  public boolean test(CellDifference difference) {
    IndicatorValue cell = difference.cell();
    return has(indicators, cell.getIndicator())
        && has(regions, cell.getRegion())
        && has(periods, cell.getPeriod());
  }

  private static boolean has(List<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
