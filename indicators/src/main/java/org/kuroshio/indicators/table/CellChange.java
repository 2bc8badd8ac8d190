package org.kuroshio.indicators.table;

import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

/**
 * A cell as readers are told.
 *
 * @param key `indicator|version|group|region|period|breakdown|unit`
 * @param value of status MISSING if the cell is gone
 */
public record CellChange(String key, IndicatorValue value) {
  /** Whether the tables topic drops the key; the history says MISSING. */
  public boolean isGone() {
    return value.getStatus() == Status.MISSING;
  }

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
