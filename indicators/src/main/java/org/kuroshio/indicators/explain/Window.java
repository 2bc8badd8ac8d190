package org.kuroshio.indicators.explain;

import java.time.LocalDate;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;

/** Which base cells of a measure stand in a column, and on which day memberships hold for them. */
sealed interface Window {
  boolean holds(BaseKey cell);

  LocalDate memberships(BaseKey cell);

  /** Facts dated inside a period. */
  record Inside(Period period) implements Window {
    @Override
    public boolean holds(BaseKey cell) {
      return period.contains(cell.from(), cell.to());
    }

    @Override
    public LocalDate memberships(BaseKey cell) {
      return LocalDate.ofEpochDay(cell.to());
    }
  }

  /**
   * Facts dated too roughly for any period of the type.
   *
   * @param calendar null where there is none; then no fact is in any fiscal year, nor out of one
   */
  record TooRough(PeriodType type, FiscalCalendar calendar) implements Window {
    @Override
    public boolean holds(BaseKey cell) {
      return !(type.needsCalendar() && calendar == null)
          && Period.containing(type, cell.from(), cell.to(), calendar).isEmpty();
    }

    @Override
    public LocalDate memberships(BaseKey cell) {
      return LocalDate.ofEpochDay(cell.to());
    }
  }

  /** Openings and closings up to a day; what is in a stock counts where it is on that day. */
  record StandingAt(int day) implements Window {
    @Override
    public boolean holds(BaseKey cell) {
      return cell.from() <= day;
    }

    @Override
    public LocalDate memberships(BaseKey cell) {
      return LocalDate.ofEpochDay(day);
    }
  }

  /** Terms that were due by a day. */
  record DueBy(int day) implements Window {
    @Override
    public boolean holds(BaseKey cell) {
      return cell.from() <= day;
    }

    @Override
    public LocalDate memberships(BaseKey cell) {
      return LocalDate.ofEpochDay(cell.to());
    }
  }
}
