package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Status;

/**
 * Computes the cells of stocks: what is there at the end of a period, carried on until something
 * changes, and the zeros that coverage grants.
 */
final class StockCells {
  /** Reaches from any day into the period before the one that holds it. */
  private static final int ONE_YEAR = 366;

  private final Facts facts;
  private final Amounts amounts;
  private final Reach reach;
  private final Calendars calendars;
  private final Cells cells;

  /** The earliest day that a line ever began on, so that its cells can vanish again. */
  private final Map<Dirty.StockLine, Integer> starts = new HashMap<>();

  StockCells(Facts facts, Amounts amounts, Regions regions, Cells cells) {
    this.facts = facts;
    this.amounts = amounts;
    this.reach = new Reach(regions);
    this.calendars = new Calendars(regions);
    this.cells = cells;
  }

  /**
   * The cells of a stock's line in one region.
   *
   * @param firstDay periods that end before it are as they were
   */
  void compute(Indicator indicator, Dirty.StockLine dirty, int firstDay, AsOf asOf, CellSink sink) {
    StockTable table = facts.stock(amounts.measure(indicator.id()));
    if (dirty.region().startsWith(Reach.GROUP_ONLY)) {
      for (String region : regions(indicator, table, dirty.line())) {
        if (reach.mayLieIn(dirty.region(), region)) {
          compute(indicator, dirty.in(region), firstDay, asOf, sink);
        }
      }
    }
    TreeMap<Integer, Sum> days = table.days(dirty.line(), dirty.region());
    int start = starts.merge(dirty, beginning(indicator, table, dirty, asOf), Math::min);
    int from = Math.min(Math.max(start, firstDay), asOf.day());
    Sum before = new Sum();
    days.headMap(from, false).values().forEach(before::add);
    for (PeriodType type : indicator.periods()) {
      Sum running = new Sum();
      running.add(before);
      int next = from;
      for (Period period : Periods.between(type, from, asOf.day(), calendars.of(dirty.region()))) {
        int day = asOf.standsAt(period);
        days.subMap(next, true, day, true).values().forEach(running::add);
        next = day == Integer.MAX_VALUE ? day : day + 1;
        Line line = dirty.line();
        sink.cell(
            new Slice(indicator.id(), line.breakdown(), line.currency(), period),
            Place.of(UnallocatedRows.shown(dirty.region())),
            cell(indicator, table, dirty, running, day, period, asOf));
      }
    }
  }

  /** Marks every line that any fact, coverage or computed cell of the indicator touches. */
  void everything(Indicator indicator, Dirty dirty) {
    StockTable table = facts.stock(amounts.measure(indicator.id()));
    for (Line line : table.linesToTell()) {
      regions(indicator, table, line).forEach(r -> dirty.stock(indicator.id(), line, r));
    }
    for (Slice slice : cells.slices()) {
      if (slice.indicator().equals(indicator.id())) {
        Line line = new Line(slice.breakdown(), slice.currency());
        for (Place place : cells.all(slice).keySet()) {
          dirty.stock(indicator.id(), line, UnallocatedRows.inner(place.region()));
        }
      }
    }
  }

  private Set<String> regions(Indicator indicator, StockTable table, Line line) {
    Set<String> all = new LinkedHashSet<>(table.regions(line));
    all.addAll(facts.coverage().regions(indicator.id()));
    return all;
  }

  /** A day not after the end of the first period that may have a cell. */
  private int beginning(Indicator indicator, StockTable table, Dirty.StockLine dirty, AsOf asOf) {
    int first = table.firstDay(dirty.line(), dirty.region());
    int told = first == Integer.MIN_VALUE ? opening(table, asOf) - ONE_YEAR : first;
    return Math.min(Math.min(told, facts.coverage().firstDay(indicator.id())), asOf.day());
  }

  /** The day before which facts without a beginning are not told. */
  private static int opening(StockTable table, AsOf asOf) {
    return Math.min(table.opening(), asOf.day());
  }

  private Cell cell(
      Indicator indicator,
      StockTable table,
      Dirty.StockLine dirty,
      Sum running,
      int day,
      Period period,
      AsOf asOf) {
    boolean known = isKnown(table, dirty, day, period, asOf) && !hasEnded(table, running);
    if (!known && !isZero(indicator, table, dirty, day)) {
      return Cell.MISSING;
    }
    Status status = asOf.status(period);
    for (String other : table.regions(dirty.line())) {
      if (reach.mayLieIn(other, dirty.region()) && !table.isZeroAt(dirty.line(), other, day)) {
        status = Cell.worse(status, Status.PARTIAL);
      }
    }
    return known ? amounts.cell(indicator, running, status) : Cell.of(Rational.ZERO, status);
  }

  /**
   * Whether facts say what the stock is. What always was is told from the period before the first
   * change of any such stock on, so that there is an opening to compare with.
   */
  private static boolean isKnown(
      StockTable table, Dirty.StockLine dirty, int day, Period period, AsOf asOf) {
    int first = table.firstDay(dirty.line(), dirty.region());
    if (first != Integer.MIN_VALUE) {
      return first <= day && first != Integer.MAX_VALUE;
    }
    return period.type() == PeriodType.TD || period.next().toDay() >= opening(table, asOf);
  }

  /**
   * Facts that are all over say nothing of what came after them. What is in phases is never over: a
   * phase that is empty was left for another one.
   */
  private static boolean hasEnded(StockTable table, Sum running) {
    return running.isZero() && !running.isUncertain() && !table.isPhased();
  }

  private boolean isZero(Indicator indicator, StockTable table, Dirty.StockLine dirty, int day) {
    return !dirty.region().startsWith(Reach.GROUP_ONLY)
        && !amounts.isMoney(indicator)
        && table.linesToTell().contains(dirty.line())
        && facts.coverage().covers(indicator.id(), dirty.region(), day, day);
  }
}
