package org.kuroshio.schemas.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.schemas.event.DateInterval;

/**
 * Dates as they are published: {@code 2006}, {@code 2006-Q2}, {@code 2006-04}, {@code 2006-04-01},
 * {@code FY2006}, {@code 2008/2012}.
 */
public final class DateLabels {
  /** For messages that say what would be right. */
  static final String EXPECTED =
      "a day, month, quarter, year, fiscal year or range as 2006-04-01, 2006-04, 2006-Q2, 2006, FY2006 or 2008/2012";

  private static final String ONE =
      "(?:[1-9]\\d{3}(?:-(?:Q[1-4]|\\d{2}(?:-\\d{2})?))?|FY[1-9]\\d{3})";

  /** The syntax; whether such a day exists is another question. */
  static final Pattern SYNTAX = Pattern.compile(ONE + "(?:/" + ONE + ")?");

  private static final Pattern PARTS =
      Pattern.compile(
          "(?<fy>FY)?(?<y>\\d{4})(?:-Q(?<q>[1-4]))?(?:-(?<m>\\d{2}))?(?:-(?<d>\\d{2}))?");

  private DateLabels() {}

  private record Days(LocalDate from, LocalDate to) {}

  /**
   * @param fiscalYears what {@code FY} means here, if anything
   * @throws DateTimeException if the label has another form, names a day that does not exist, ends
   *     before it begins, or needs a fiscal calendar that is not given; the message says which
   */
  public static DateInterval parse(String label, Optional<FiscalCalendar> fiscalYears) {
    if (!SYNTAX.matcher(label).matches()) {
      throw new DateTimeException("not a date");
    }
    int slash = label.indexOf('/');
    Days first = days(slash < 0 ? label : label.substring(0, slash), fiscalYears);
    Days last = slash < 0 ? first : days(label.substring(slash + 1), fiscalYears);
    if (last.to.isBefore(first.from)) {
      throw new DateTimeException("ends before it begins");
    }
    return new DateInterval(first.from, last.to, label);
  }

  /** The shortest label of an interval that nobody labelled. */
  static String label(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return from.toString();
    }
    YearMonth month = YearMonth.from(from);
    if (from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth())) {
      return month.toString();
    }
    boolean wholeYear = from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1));
    return wholeYear ? String.valueOf(from.getYear()) : from + "/" + to;
  }

  private static Days days(String label, Optional<FiscalCalendar> fiscalYears) {
    Matcher parts = PARTS.matcher(label);
    if (!parts.matches()) {
      throw new DateTimeException("not a date");
    }
    int year = Integer.parseInt(parts.group("y"));
    if (parts.group("fy") != null) {
      FiscalCalendar calendar =
          fiscalYears.orElseThrow(
              () ->
                  new DateTimeException(
                      "a fiscal year, but the source states no country whose calendar it follows"));
      return new Days(calendar.firstDay(year), calendar.lastDay(year));
    }
    if (parts.group("q") != null) {
      LocalDate from = LocalDate.of(year, Integer.parseInt(parts.group("q")) * 3 - 2, 1);
      return new Days(from, from.plusMonths(3).minusDays(1));
    }
    if (parts.group("m") == null) {
      return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(parts.group("m")));
    if (parts.group("d") == null) {
      return new Days(month.atDay(1), month.atEndOfMonth());
    }
    LocalDate day = month.atDay(Integer.parseInt(parts.group("d")));
    return new Days(day, day);
  }
}
