package org.kuroshio.schemas.entity;

import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code FY2006} means in a country.
 *
 * @param firstMonth the month whose first day begins a fiscal year
 */
public record FiscalCalendar(Month firstMonth, NamedAfter namedAfter) {
  /** The calendar year that gives a fiscal year its number. */
  public enum NamedAfter {
    FIRST_DAY,
    LAST_DAY
  }

  /** April to March, by the year of the first day: FY2007 ends on 2008-03-31. */
  public static final FiscalCalendar JP = new FiscalCalendar(Month.APRIL, NamedAfter.FIRST_DAY);

  /** The federal year, October to September, by the year of the last day. */
  public static final FiscalCalendar US = new FiscalCalendar(Month.OCTOBER, NamedAfter.LAST_DAY);

  /** The calendar year. */
  public static final FiscalCalendar CN = new FiscalCalendar(Month.JANUARY, NamedAfter.FIRST_DAY);

  private static final Map<String, FiscalCalendar> BY_COUNTRY =
      Map.of("JP", JP, "US", US, "CN", CN);

  /**
   * @param country ISO 3166-1 alpha-2
   */
  public static Optional<FiscalCalendar> ofCountry(String country) {
    return Optional.ofNullable(BY_COUNTRY.get(country));
  }

  public LocalDate firstDay(int year) {
    boolean begunBefore = namedAfter == NamedAfter.LAST_DAY && firstMonth != Month.JANUARY;
    return LocalDate.of(begunBefore ? year - 1 : year, firstMonth, 1);
  }

  public LocalDate lastDay(int year) {
    return firstDay(year).plusYears(1).minusDays(1);
  }
}
