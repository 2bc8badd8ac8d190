package org.kuroshio.indicators.period;

import java.util.Objects;

/**
 * When a country's fiscal year begins, and by which of its two calendar years it is called.
 *
 * @param startMonth 1 to 12; the year begins on the first of that month
 * @param label whether {@code FY2007} is the year that begins, or the year that ends, in 2007
 */
public record FiscalCalendar(int startMonth, YearLabel label) {

  /** The calendar year after which a fiscal year is called. */
  public enum YearLabel {
    START,
    END
  }

  /** April to March, called after the year in which it begins. */
  public static final FiscalCalendar JAPAN = new FiscalCalendar(4, YearLabel.START);

  /** October to September, called after the year in which it ends. */
  public static final FiscalCalendar UNITED_STATES = new FiscalCalendar(10, YearLabel.END);

  /** January to December. */
  public static final FiscalCalendar CALENDAR = new FiscalCalendar(1, YearLabel.START);

  public FiscalCalendar {
    Objects.requireNonNull(label, "label");
    if (startMonth < 1 || startMonth > 12) {
      throw new IllegalArgumentException(
          "a fiscal year begins in a month from 1 to 12, not in " + startMonth);
    }
  }

  /** The calendar year in which the fiscal year of that name begins. */
  int startYear(int labelYear) {
    return label == YearLabel.END && startMonth > 1 ? labelYear - 1 : labelYear;
  }

  /** The name of the fiscal year that begins in that calendar year. */
  int labelYear(int startYear) {
    return label == YearLabel.END && startMonth > 1 ? startYear + 1 : startYear;
  }
}
