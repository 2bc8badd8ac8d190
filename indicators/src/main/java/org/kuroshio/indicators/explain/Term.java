package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import java.util.Optional;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.projection.Item;

/**
 * A span of days behind a median.
 *
 * @param ended empty for a term that is open, or was on the day of the table
 * @param days to the end, or to the day of the table; below 0 where it ended before it was due
 */
public record Term(LocalDate due, Optional<LocalDate> ended, long days) {
  static Term of(BaseKey cell, int day) {
    int until = Item.untilDay(cell.item(), day);
    int last = Item.untilDay(cell.item(), Integer.MAX_VALUE);
    return new Term(
        LocalDate.ofEpochDay(cell.from()),
        last <= day ? Optional.of(LocalDate.ofEpochDay(last)) : Optional.empty(),
        (long) until - cell.from());
  }
}
