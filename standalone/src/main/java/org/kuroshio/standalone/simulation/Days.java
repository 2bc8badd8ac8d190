package org.kuroshio.standalone.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import org.kuroshio.schemas.event.DateInterval;

/**
 * Dates of facts. None lies before {@link SimulatedTime#FIRST_DAY} or after the simulated today.
 */
final class Days {
  private Days() {}

  static DateInterval on(LocalDate day) {
    return new DateInterval(day, day, day.toString());
  }

  /** As known to the month only. */
  static DateInterval in(YearMonth month) {
    return new DateInterval(month.atDay(1), month.atEndOfMonth(), month.toString());
  }

  /** A few days ago at most. */
  static LocalDate before(LocalDate today, int mostDays, Chance chance) {
    return notTooEarly(today.minusDays(chance.between(0, mostDays)));
  }

  static LocalDate notTooEarly(LocalDate day) {
    return later(day, SimulatedTime.FIRST_DAY);
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
