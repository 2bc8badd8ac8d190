package org.kuroshio.indicators.table;

import java.time.LocalDate;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.schemas.table.Status;

/** The day for which open periods are computed. */
record AsOf(int day) {
  static AsOf of(LocalDate date) {
    return new AsOf(Math.toIntExact(date.toEpochDay()));
  }

  /** The day at which a stock stands: the end of the period, or this day if that comes first. */
  int standsAt(Period period) {
    return Math.min(period.toDay(), day);
  }

  /** PROVISIONAL while the period is not over. */
  Status status(Period period) {
    return period.type() != PeriodType.TD
            && !FlowTable.isUnallocated(period)
            && period.toDay() >= day
        ? Status.PROVISIONAL
        : Status.NORMAL;
  }
}
