package org.kuroshio.serve.answer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.table.UnallocatedRows;

/** Which of some period labels is the latest one that has begun. */
public final class LatestPeriods {
  /** What people follow first. */
  private static final List<PeriodType> PREFERRED =
      List.of(
          PeriodType.M, PeriodType.Q, PeriodType.FY, PeriodType.CY, PeriodType.D, PeriodType.TD);

  private LatestPeriods() {}

  /**
   * @param labels also of columns for what is dated too roughly, which are passed over
   * @param calendar of the fiscal years
   * @param asOf the day by which it has begun
   */
  public static Map<PeriodType, String> byType(
      Iterable<String> labels, FiscalCalendar calendar, LocalDate asOf) {
    Map<PeriodType, Period> latest = new EnumMap<>(PeriodType.class);
    for (String label : labels) {
      if (!label.startsWith(UnallocatedRows.PREFIX)) {
        Period period = Period.parse(label, calendar);
        if (period.fromDay() <= asOf.toEpochDay()) {
          latest.merge(period.type(), period, LatestPeriods::later);
        }
      }
    }
    Map<PeriodType, String> byType = new EnumMap<>(PeriodType.class);
    latest.forEach((type, period) -> byType.put(type, period.label()));
    return byType;
  }

  /** The one to show where nobody said which. */
  public static Optional<String> one(Map<PeriodType, String> byType) {
    return PREFERRED.stream().filter(byType::containsKey).map(byType::get).findFirst();
  }

  private static Period later(Period one, Period other) {
    return Comparator.<Period>naturalOrder().compare(one, other) >= 0 ? one : other;
  }
}
