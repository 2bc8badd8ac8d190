package org.kuroshio.indicators.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels to periods and back: the only place that knows how a period is written. */
final class PeriodLabel {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<fiscal>FY)?(?<year>\\d{4})"
              + "(?:-(?:Q(?<quarter>\\d)|(?<month>\\d\\d)(?:-(?<day>\\d\\d))?))?");
  private static final String FORMS =
      "write a day 2021-07-14, a month 2021-07, a quarter 2021-Q3, a calendar year 2021, a fiscal"
          + " year FY2007, or TD";
  private static final long FIRST_DAY = LocalDate.of(2, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9998, 12, 31).toEpochDay();

  private PeriodLabel() {}

  static Period read(String label, FiscalCalendar calendar) {
    if (label.equals("TD")) {
      return Period.TO_DATE;
    }
    Matcher form = FORM.matcher(label);
    boolean fiscal = form.matches() && form.group("fiscal") != null;
    if (!form.matches() || (fiscal && label.length() > 6)) {
      throw new IllegalArgumentException("'" + label + "' is not a period; " + FORMS);
    }
    if (fiscal && calendar == null) {
      throw new IllegalArgumentException(
          "'"
              + label
              + "' is a fiscal year, and this group has no fiscal calendar; use a calendar year"
              + " such as "
              + label.substring(2)
              + ", or the group of one country");
    }
    try {
      return read(form, calendar);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + label + "' is not in the calendar (" + e.getMessage() + "); " + FORMS, e);
    }
  }

  private static Period read(Matcher form, FiscalCalendar calendar) {
    int year = Integer.parseInt(form.group("year"));
    if (year == 0) {
      throw new DateTimeException("there is no year 0");
    }
    if (form.group("fiscal") != null) {
      return fiscalYear(calendar.startYear(year), calendar.startMonth(), year);
    }
    if (form.group("quarter") != null) {
      int quarter = Integer.parseInt(form.group("quarter"));
      if (quarter < 1 || quarter > 4) {
        throw new DateTimeException("quarters are Q1 to Q4");
      }
      return at(PeriodType.Q, LocalDate.of(year, quarter * 3 - 2, 1), null);
    }
    if (form.group("day") != null) {
      int month = Integer.parseInt(form.group("month"));
      int day = Integer.parseInt(form.group("day"));
      return at(PeriodType.D, LocalDate.of(year, month, day), null);
    }
    if (form.group("month") != null) {
      return at(PeriodType.M, LocalDate.of(year, Integer.parseInt(form.group("month")), 1), null);
    }
    return at(PeriodType.CY, LocalDate.of(year, 1, 1), null);
  }

  /**
   * Whether the day is in the years 2 to 9998: all its periods, fiscal years too, have labels of
   * four digits.
   */
  static boolean hasLabel(long epochDay) {
    return epochDay >= FIRST_DAY && epochDay <= LAST_DAY;
  }

  /** The period of that type which holds the day. */
  static Period at(PeriodType type, LocalDate day, FiscalCalendar calendar) {
    int year = day.getYear();
    int month = day.getMonthValue();
    return switch (type) {
      case D -> new Period(type, epochDay(day), epochDay(day), day.toString());
      case M -> months(type, year, month, digits(year, 4) + "-" + digits(month, 2));
      case Q ->
          months(
              type, year, (month - 1) / 3 * 3 + 1, digits(year, 4) + "-Q" + ((month - 1) / 3 + 1));
      case CY -> months(type, year, 1, digits(year, 4));
      case FY -> {
        int startYear = month < calendar.startMonth() ? year - 1 : year;
        yield fiscalYear(startYear, calendar.startMonth(), calendar.labelYear(startYear));
      }
      case TD -> Period.TO_DATE;
    };
  }

  static Period shifted(Period period, int steps) {
    if (period.type() == PeriodType.TD) {
      throw new IllegalStateException("TD is all time: no period comes before or after it");
    }
    LocalDate start = period.start();
    LocalDate moved =
        period.type() == PeriodType.D
            ? start.plusDays(steps)
            : start.plusMonths((long) steps * period.type().months());
    if (!hasLabel(moved.toEpochDay())) {
      throw new IllegalStateException(
          "no period beyond " + period.label() + ": labels have years of four digits");
    }
    if (period.type() == PeriodType.FY) {
      int labelYear = Integer.parseInt(period.label().substring(2)) + steps;
      return fiscalYear(moved.getYear(), moved.getMonthValue(), labelYear);
    }
    return at(period.type(), moved, null);
  }

  private static Period fiscalYear(int startYear, int startMonth, int labelYear) {
    return months(PeriodType.FY, startYear, startMonth, "FY" + digits(labelYear, 4));
  }

  private static Period months(PeriodType type, int year, int month, String label) {
    LocalDate first = LocalDate.of(year, month, 1);
    return new Period(type, epochDay(first), epochDay(first.plusMonths(type.months())) - 1, label);
  }

  private static int epochDay(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private static String digits(int number, int length) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, length - text.length())) + text;
  }
}
