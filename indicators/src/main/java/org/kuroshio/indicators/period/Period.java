package org.kuroshio.indicators.period;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of days that a table has a column for. Ordered by type, then by first day.
 *
 * @param fromDay first day since 1970-01-01; {@code Integer.MIN_VALUE} for TD
 * @param toDay last day, inclusive; {@code Integer.MAX_VALUE} for TD
 * @param label as written in tables and commands: {@code 2021-07-14}, {@code 2021-07}, {@code
 *     2021-Q3}, {@code 2021}, {@code FY2007}, {@code TD}
 */
public record Period(PeriodType type, int fromDay, int toDay, String label)
    implements Comparable<Period> {

  /** All time. */
  public static final Period TO_DATE =
      new Period(PeriodType.TD, Integer.MIN_VALUE, Integer.MAX_VALUE, "TD");

  private static final Comparator<Period> BY_TYPE_AND_DAY =
      Comparator.comparing(Period::type)
          .thenComparingInt(Period::fromDay)
          .thenComparingInt(Period::toDay);

  public Period {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(label, "label");
    DayInterval.check(fromDay, toDay);
  }

  /**
   * Reads a label.
   *
   * @param calendar the group's fiscal calendar, or null where it has none (WORLD): fiscal years
   *     are then refused
   * @throws IllegalArgumentException if the label has no known form, names a day that does not
   *     exist, or a fiscal year without a calendar
   */
  public static Period parse(String label, FiscalCalendar calendar) {
    return PeriodLabel.read(label, calendar);
  }

  /**
   * The period of that type which holds the whole interval, if one does; labels exist for the years
   * 2 to 9998 only.
   *
   * @param calendar the group's fiscal calendar, or null where it has none: no fiscal year then
   *     holds anything
   * @throws IllegalArgumentException if the interval ends before it begins
   */
  public static Optional<Period> containing(
      PeriodType type, int fromDay, int toDay, FiscalCalendar calendar) {
    DayInterval.check(fromDay, toDay);
    if (type == PeriodType.TD) {
      return Optional.of(TO_DATE);
    }
    if ((type.needsCalendar() && calendar == null) || !PeriodLabel.hasLabel(fromDay)) {
      return Optional.empty();
    }
    Period first = PeriodLabel.at(type, LocalDate.ofEpochDay(fromDay), calendar);
    return toDay <= first.toDay ? Optional.of(first) : Optional.empty();
  }

  /** Whether all days of the interval are days of this period. */
  public boolean contains(int from, int to) {
    return fromDay <= from && to <= toDay;
  }

  /** Whether any day of the interval is a day of this period. */
  public boolean overlaps(int from, int to) {
    return fromDay <= to && from <= toDay;
  }

  /** The first day; of TD a day millions of years ago. */
  public LocalDate start() {
    return LocalDate.ofEpochDay(fromDay);
  }

  /** The last day; of TD a day in millions of years. */
  public LocalDate end() {
    return LocalDate.ofEpochDay(toDay);
  }

  /**
   * The period of the same type (and fiscal calendar) that follows.
   *
   * @throws IllegalStateException of TD, and after the year 9998
   */
  public Period next() {
    return PeriodLabel.shifted(this, 1);
  }

  /**
   * The period of the same type (and fiscal calendar) before.
   *
   * @throws IllegalStateException of TD, and before the year 2
   */
  public Period previous() {
    return PeriodLabel.shifted(this, -1);
  }

  @Override
  public int compareTo(Period other) {
    return BY_TYPE_AND_DAY.compare(this, other);
  }

  @Override
  public String toString() {
    return label;
  }

  /** The days say it all, and are spread so that periods in a row do not share buckets of maps. */
  @Override
  public int hashCode() {
    return fromDay * 0x9E3779B1 + toDay * 0x85EBCA6B + type.ordinal();
  }
}
