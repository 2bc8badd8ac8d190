package org.kuroshio.indicators.table;

import java.util.ArrayList;
import java.util.List;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;

/** Periods in a row. */
final class Periods {
  private Periods() {}

  /**
   * The periods of a type from the one that holds the first day to the one that holds the last;
   * none where the type needs a calendar and there is none.
   */
  static List<Period> between(PeriodType type, int firstDay, int lastDay, FiscalCalendar calendar) {
    if (type == PeriodType.TD) {
      return List.of(Period.TO_DATE);
    }
    List<Period> periods = new ArrayList<>();
    Period period = Period.containing(type, firstDay, firstDay, calendar).orElse(null);
    while (period != null && period.fromDay() <= lastDay) {
      periods.add(period);
      period = period.next();
    }
    return periods;
  }
}
