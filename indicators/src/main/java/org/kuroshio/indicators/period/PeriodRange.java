package org.kuroshio.indicators.period;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Periods as a person asks for them: {@code 2021-07-14,2021-07-15}, {@code 2021-07..2021-12}, or
 * both mixed.
 */
public final class PeriodRange {

  /** More than ten years of days; a longer answer is asked for in coarser periods. */
  public static final int MOST_PERIODS = 4_000;

  private PeriodRange() {}

  /**
   * The periods in the order asked for, each once.
   *
   * @param calendar as in {@link Period#parse}
   * @throws IllegalArgumentException if a label cannot be read, a range runs backwards or between
   *     types, or there are more than {@value #MOST_PERIODS} periods
   */
  public static List<Period> parse(String text, FiscalCalendar calendar) {
    Set<Period> periods = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      addPart(part.strip(), calendar, periods, text);
    }
    return List.copyOf(periods);
  }

  private static void addPart(
      String part, FiscalCalendar calendar, Set<Period> periods, String text) {
    int dots = part.indexOf("..");
    if (dots < 0) {
      addBounded(Period.parse(part, calendar), periods, text);
      return;
    }
    Period first = Period.parse(part.substring(0, dots).strip(), calendar);
    Period last = Period.parse(part.substring(dots + 2).strip(), calendar);
    if (first.type() != last.type()) {
      throw new IllegalArgumentException(
          "'"
              + part
              + "' runs from one type of period ("
              + first.type()
              + ") to another ("
              + last.type()
              + "); both ends must be of one type");
    }
    if (last.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "'" + part + "' runs backwards; write " + last.label() + ".." + first.label());
    }
    Period period = first;
    addBounded(period, periods, text);
    while (!period.equals(last)) {
      period = period.next();
      addBounded(period, periods, text);
    }
  }

  private static void addBounded(Period period, Set<Period> periods, String text) {
    periods.add(period);
    if (periods.size() > MOST_PERIODS) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is more than "
              + MOST_PERIODS
              + " periods; ask for a shorter range or for coarser periods than "
              + period.type());
    }
  }
}
