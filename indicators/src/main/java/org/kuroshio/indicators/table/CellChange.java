package org.kuroshio.indicators.table;

import org.kuroshio.schemas.table.IndicatorValue;

/**
 * A cell as readers are told.
 *
 * @param key `indicator|version|group|region|period|breakdown|unit`
 * @param value null if the cell is gone
 */
public record CellChange(String key, IndicatorValue value) {
  /** The Kafka key of a cell. */
  public static String key(IndicatorValue value) {
    return String.join(
        "|",
        value.getIndicator(),
        Integer.toString(value.getVersion()),
        value.getGroup(),
        value.getRegion(),
        value.getPeriod(),
        value.getBreakdown(),
        value.getUnit());
  }
}
