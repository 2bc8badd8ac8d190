package org.kuroshio.indicators.period;

/** How long a period is, fine to coarse. */
public enum PeriodType {
  /** A day, {@code 2021-07-14}. */
  D,
  /** A month, {@code 2021-07}. */
  M,
  /** A quarter of a calendar year, {@code 2021-Q3}. */
  Q,
  /** A calendar year, {@code 2021}. */
  CY,
  /** A fiscal year of the country's calendar, {@code FY2007}. */
  FY,
  /** To date: all time, {@code TD}. */
  TD;

  /** Whether periods of this type depend on a country's fiscal calendar. */
  public boolean needsCalendar() {
    return this == FY;
  }

  /**
   * Whether this type is listed before the other, fine to coarse; CY counts as finer than FY,
   * though neither nests.
   */
  public boolean isFinerThan(PeriodType other) {
    return compareTo(other) < 0;
  }

  /** The length in months of types that are made of whole months. */
  int months() {
    return switch (this) {
      case M -> 1;
      case Q -> 3;
      case CY, FY -> 12;
      case D, TD -> throw new IllegalStateException(this + " is not a number of months");
    };
  }
}
