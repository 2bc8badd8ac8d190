package org.kuroshio.indicators.period;

/**
 * Days since 1970-01-01, both inclusive.
 *
 * @param toDay not before {@code fromDay}
 */
public record DayInterval(int fromDay, int toDay) {

  /** All time. */
  public static final DayInterval ALWAYS = new DayInterval(Integer.MIN_VALUE, Integer.MAX_VALUE);

  public DayInterval {
    check(fromDay, toDay);
  }

  public boolean isSingleDay() {
    return fromDay == toDay;
  }

  static void check(int fromDay, int toDay) {
    if (toDay < fromDay) {
      throw new IllegalArgumentException(
          "the interval ends before it begins: epoch day " + fromDay + " to " + toDay);
    }
  }
}
