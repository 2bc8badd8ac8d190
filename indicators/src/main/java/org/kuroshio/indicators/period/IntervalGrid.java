package org.kuroshio.indicators.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the dates of base cells as coarse as a definition's period types allow, so that facts share
 * cells. An interval is widened to the bounds of a grid whose lines include the bounds of every
 * declared period; so it lies inside a declared period, and touches a declared period of a month or
 * more, exactly if it did before. Where days are declared, a single day stays as it is and anything
 * longer is widened to whole months.
 */
public final class IntervalGrid {

  private static final int MONTHS_OF_A_YEAR = 12;

  private final boolean days;

  /** The step of the grid in months, a divisor of 12; 0 where only TD is declared. */
  private final int months;

  /** The first month (0 to 11) of a year on which a line of the grid lies. */
  private final int offset;

  private IntervalGrid(boolean days, int months, int offset) {
    this.days = days;
    this.months = months;
    this.offset = offset;
  }

  /**
   * @param declared the period types of the definition
   * @param calendars the fiscal calendars of all countries whose fiscal years are computed; needed
   *     where FY is declared
   * @throws IllegalArgumentException if no type is declared, or FY without a calendar
   */
  public static IntervalGrid of(Set<PeriodType> declared, FiscalCalendar... calendars) {
    List<FiscalCalendar> fiscal = List.of(calendars);
    if (declared.isEmpty()) {
      throw new IllegalArgumentException(
          "no period type is declared; name at least one of D, M, Q, CY, FY, TD");
    }
    if (declared.contains(PeriodType.FY) && fiscal.isEmpty()) {
      throw new IllegalArgumentException("FY is declared, but no fiscal calendar is known");
    }
    if (declared.contains(PeriodType.D) || declared.contains(PeriodType.M)) {
      return new IntervalGrid(declared.contains(PeriodType.D), 1, 0);
    }
    int months = 0;
    int offset = -1;
    for (PeriodType type : declared) {
      int[] starts = yearStarts(type, fiscal);
      for (int start : starts) {
        offset = offset < 0 ? start : offset;
        months = gcd(gcd(months, type.months()), Math.abs(start - offset));
      }
    }
    return new IntervalGrid(false, months, months == 0 ? 0 : offset % months);
  }

  private static int[] yearStarts(PeriodType type, List<FiscalCalendar> calendars) {
    return switch (type) {
      case FY -> calendars.stream().mapToInt(calendar -> calendar.startMonth() - 1).toArray();
      case TD -> new int[0];
      default -> new int[] {0};
    };
  }

  /**
   * The interval widened to the grid.
   *
   * @throws IllegalArgumentException if the interval ends before it begins
   */
  public DayInterval snap(int fromDay, int toDay) {
    DayInterval given = new DayInterval(fromDay, toDay);
    if (days && given.isSingleDay()) {
      return given;
    }
    if (months == 0) {
      return DayInterval.ALWAYS;
    }
    int to = lineAt(toDay, 1);
    return new DayInterval(lineAt(fromDay, 0), to == Integer.MAX_VALUE ? to : to - 1);
  }

  /** The first day of the grid's step that holds the day, or of a step after it. */
  private int lineAt(int epochDay, int stepsAfter) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    long month = day.getYear() * (long) MONTHS_OF_A_YEAR + day.getMonthValue() - 1;
    long line =
        Math.floorDiv(month - offset, months) * months + offset + (long) stepsAfter * months;
    int year = Math.toIntExact(Math.floorDiv(line, (long) MONTHS_OF_A_YEAR));
    int monthOfYear = (int) Math.floorMod(line, (long) MONTHS_OF_A_YEAR) + 1;
    long firstDay = LocalDate.of(year, monthOfYear, 1).toEpochDay();
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, firstDay));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof IntervalGrid other
        && days == other.days
        && months == other.months
        && offset == other.offset;
  }

  @Override
  public int hashCode() {
    return Objects.hash(days, months, offset);
  }

  @Override
  public String toString() {
    return days
        ? "days, else months"
        : months == 0 ? "all time" : months + " months from month " + (offset + 1);
  }
}
