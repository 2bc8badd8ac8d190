package org.kuroshio.indicators.projection;

import java.time.LocalDate;
import org.apache.avro.generic.IndexedRecord;

/** A date interval as decoded, in epoch days, both inclusive. */
record Interval(int from, int to) {
  /** Days outside of these are mistakes, and would give stocks thousands of empty years. */
  private static final int FIRST = Math.toIntExact(LocalDate.of(1500, 1, 1).toEpochDay());

  private static final int LAST = Math.toIntExact(LocalDate.of(2500, 12, 31).toEpochDay());

  /**
   * Reads the pruned {@code DateInterval} {from, to}.
   *
   * @throws UncountableException if it lies outside of the years 1500 to 2500, or ends before it
   *     begins
   */
  static Interval of(Object record) {
    IndexedRecord interval = (IndexedRecord) record;
    int from = (Integer) interval.get(0);
    int to = (Integer) interval.get(1);
    if (from < FIRST || to > LAST || to < from) {
      throw new UncountableException(
          "date-out-of-range",
          "the interval %s to %s is no date from 1500 to 2500"
              .formatted(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to)));
    }
    return new Interval(from, to);
  }

  boolean isExact() {
    return from == to;
  }
}
