package org.kuroshio.indicators.table;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Aggregation;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.Counting;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Status;

/** Computes the cells that come straight from facts: flows, stocks and medians of days. */
final class SimpleCells {
  /** Takes a computed cell, which may be MISSING. */
  interface Sink {
    void cell(Slice slice, Place place, Cell cell);
  }

  /** Stands for all regions of a slice. */
  static final String EVERY_REGION = "*";

  private static final Rational MONEY_SCALE = Rational.of(10_000);

  private final Facts facts;
  private final Regions regions;
  private final Calendars calendars;
  private final Cells cells;
  private final Map<String, String> measureOf = new TreeMap<>();
  private final Set<String> money = new java.util.HashSet<>();
  private final Map<Dirty.StockLine, Integer> starts = new java.util.HashMap<>();

  SimpleCells(Catalogue catalogue, Regions regions, Facts facts, Cells cells) {
    this.facts = facts;
    this.regions = regions;
    this.calendars = new Calendars(regions);
    this.cells = cells;
    for (MeasureUse use : catalogue.measures()) {
      use.readers().forEach(i -> measureOf.put(i.id(), use.name()));
      if (isMoney(use)) {
        use.readers().forEach(i -> money.add(i.id()));
      }
    }
  }

  private static boolean isMoney(MeasureUse use) {
    return use.measure().aggregation() instanceof Aggregation.Sum sum
        && org.kuroshio.indicators.definition.MoneyPath.isMoney(
            EventStream.named(use.measure().stream()), use.measure().entity(), sum.path());
  }

  void flow(Indicator indicator, Slice slice, Set<String> touched, AsOf asOf, Sink sink) {
    FlowTable table = facts.flow(measureOf.get(indicator.id()));
    Line line = new Line(slice.breakdown(), slice.currency());
    Set<String> wanted = new LinkedHashSet<>(touched);
    if (wanted.remove(EVERY_REGION)) {
      wanted.addAll(table.regions(line, slice.period()));
      wanted.addAll(facts.coverage().regions(indicator.id()));
      cells.all(slice).keySet().forEach(place -> wanted.add(UnallocatedRows.inner(place.region())));
    }
    for (String region : wanted) {
      if (belongs(slice.period(), region)) {
        sink.cell(
            slice,
            Place.of(UnallocatedRows.shown(region)),
            flowCell(indicator, table, slice, line, region, asOf));
      }
    }
  }

  /** A fiscal year's label means other days in other countries. */
  private boolean belongs(Period period, String region) {
    if (period.type() != PeriodType.FY) {
      return true;
    }
    if (FlowTable.isUnallocated(period)) {
      return calendars.of(region) != null;
    }
    return Period.containing(
            PeriodType.FY, period.fromDay(), period.fromDay(), calendars.of(region))
        .filter(period::equals)
        .isPresent();
  }

  private Cell flowCell(
      Indicator indicator, FlowTable table, Slice slice, Line line, String region, AsOf asOf) {
    Period period = slice.period();
    Sum sum = table.sum(line, period, region);
    Status status = asOf.status(period);
    if (sum == null) {
      boolean dated = period.type() != PeriodType.TD && !FlowTable.isUnallocated(period);
      boolean known =
          dated && !region.startsWith(Reach.GROUP_ONLY) && !money.contains(indicator.id());
      return known
              && facts
                  .coverage()
                  .covers(indicator.id(), region, period.fromDay(), asOf.standsAt(period))
          ? Cell.of(Rational.ZERO, status)
          : Cell.MISSING;
    }
    for (String other : table.regions(line, period)) {
      status = partly(other, region) ? Cell.worse(status, Status.PARTIAL) : status;
    }
    return cell(indicator, sum, status);
  }

  /** A fact known only for a group may or may not lie in this smaller region. */
  private boolean partly(String other, String region) {
    return other.startsWith(Reach.GROUP_ONLY)
        && !region.startsWith(Reach.GROUP_ONLY)
        && regions.overlapsPartly(other.substring(1), region);
  }

  private Cell cell(Indicator indicator, Sum sum, Status status) {
    Aggregation aggregation = aggregation(indicator.kind());
    if (aggregation instanceof Aggregation.Distinct) {
      return sum.nameless() > 0
          ? Cell.without(
              Status.UNDEFINED,
              "counts different values, and " + sum.nameless() + " facts do not name theirs")
          : Cell.of(Rational.of(sum.different()), status);
    }
    Rational value =
        counting(indicator.kind()) == Counting.FRACTIONAL ? sum.fractional() : sum.whole();
    Status doubt = sum.isUncertain() ? Cell.worse(status, Status.ESTIMATED) : status;
    return Cell.of(money.contains(indicator.id()) ? value.divide(MONEY_SCALE) : value, doubt);
  }

  /** Every cell of a stock's line in one region. */
  void stock(Indicator indicator, Dirty.StockLine dirty, AsOf asOf, Sink sink) {
    StockTable table = facts.stock(measureOf.get(indicator.id()));
    if (dirty.region().startsWith(Reach.GROUP_ONLY)) {
      for (String region : Set.copyOf(table.regions(dirty.line()))) {
        if (partly(dirty.region(), region)) {
          stock(
              indicator, new Dirty.StockLine(dirty.indicator(), dirty.line(), region), asOf, sink);
        }
      }
    }
    TreeMap<Integer, Sum> days = table.days(dirty.line(), dirty.region());
    int first =
        Math.min(
            Math.min(asOf.day(), firstFinite(table, dirty.line())),
            facts.coverage().firstDay(indicator.id()));
    int start = startOf(dirty, first);
    for (PeriodType type : indicator.periods()) {
      Sum running = new Sum();
      int next = Integer.MIN_VALUE;
      for (Period period : Periods.between(type, start, asOf.day(), calendars.of(dirty.region()))) {
        int day = asOf.standsAt(period);
        for (Sum change : days.subMap(next, true, day, true).values()) {
          running.add(change);
        }
        next = day == Integer.MAX_VALUE ? day : day + 1;
        Slice slice =
            new Slice(indicator.id(), dirty.line().breakdown(), dirty.line().currency(), period);
        sink.cell(
            slice,
            Place.of(UnallocatedRows.shown(dirty.region())),
            stockCell(indicator, table, dirty, days, running, day, first, period, asOf));
      }
    }
  }

  private Cell stockCell(
      Indicator indicator,
      StockTable table,
      Dirty.StockLine dirty,
      TreeMap<Integer, Sum> days,
      Sum running,
      int day,
      int first,
      Period period,
      AsOf asOf) {
    Status status = asOf.status(period);
    Integer latest = days.floorKey(day);
    boolean known = latest != null && (latest > Integer.MIN_VALUE || day >= first);
    if (!known) {
      boolean covered =
          !dirty.region().startsWith(Reach.GROUP_ONLY)
              && facts.coverage().covers(indicator.id(), dirty.region(), day, day);
      return covered && !money.contains(indicator.id())
          ? Cell.of(Rational.ZERO, status)
          : Cell.MISSING;
    }
    for (String other : table.regions(dirty.line())) {
      if (partly(other, dirty.region())
          && at(table.days(dirty.line(), other), day).whole().signum() != 0) {
        status = Cell.worse(status, Status.PARTIAL);
      }
    }
    return cell(indicator, running, status);
  }

  /**
   * Where to begin: never after the first day for which there may be cells from before, so that
   * those can vanish.
   */
  private int startOf(Dirty.StockLine line, int first) {
    return starts.merge(line, first, Math::min);
  }

  private static Sum at(TreeMap<Integer, Sum> days, int day) {
    Sum sum = new Sum();
    days.headMap(day, true).values().forEach(sum::add);
    return sum;
  }

  private static int firstFinite(StockTable table, Line line) {
    int first = Integer.MAX_VALUE;
    for (String region : table.regions(line)) {
      Integer day = table.days(line, region).higherKey(Integer.MIN_VALUE);
      first = day == null ? first : Math.min(first, day);
    }
    return first;
  }

  /** Medians of days from the first due day on. */
  void median(Indicator indicator, Dirty.StockLine dirty, AsOf asOf, Sink sink) {
    TermTable table = facts.term(measureOf.get(indicator.id()));
    TreeMap<Integer, ?> days = table.days(dirty.line(), dirty.region());
    int first = days.isEmpty() ? asOf.day() : Math.min(days.firstKey(), asOf.day());
    int start = startOf(dirty, first);
    if (dirty.region().startsWith(Reach.GROUP_ONLY)) {
      return;
    }
    for (PeriodType type : indicator.periods()) {
      for (Period period : Periods.between(type, start, asOf.day(), calendars.of(dirty.region()))) {
        Optional<Rational> median =
            table.median(dirty.line(), dirty.region(), Math.min(asOf.standsAt(period), asOf.day()));
        Slice slice = new Slice(indicator.id(), dirty.line().breakdown(), "", period);
        sink.cell(
            slice,
            Place.of(dirty.region()),
            median.map(m -> Cell.of(m, asOf.status(period))).orElse(Cell.MISSING));
      }
    }
  }

  /** Marks everything that any fact, coverage or published cell of the indicator touches. */
  void everything(Indicator indicator, Dirty dirty) {
    String measure = measureOf.get(indicator.id());
    if (facts.flow(measure) != null) {
      FlowTable table = facts.flow(measure);
      for (Line line : table.lines()) {
        for (Period period : table.periods(line)) {
          if (indicator.periods().contains(period.type())) {
            dirty.flow(indicator.id(), line, period, EVERY_REGION);
          }
        }
      }
    } else if (facts.stock(measure) != null) {
      facts
          .stock(measure)
          .lines()
          .forEach(
              line ->
                  facts
                      .stock(measure)
                      .regions(line)
                      .forEach(r -> dirty.stock(indicator.id(), line, r)));
      facts
          .coverage()
          .regions(indicator.id())
          .forEach(r -> dirty.stock(indicator.id(), new Line("", ""), r));
    } else if (facts.term(measure) != null) {
      facts
          .term(measure)
          .lines()
          .forEach(
              line ->
                  facts
                      .term(measure)
                      .regions(line)
                      .forEach(r -> dirty.stock(indicator.id(), line, r)));
    }
    for (Slice slice : cells.slices()) {
      if (slice.indicator().equals(indicator.id()) && facts.flow(measure) != null) {
        dirty.flow(
            indicator.id(),
            new Line(slice.breakdown(), slice.currency()),
            slice.period(),
            EVERY_REGION);
      }
    }
  }

  private static Aggregation aggregation(Kind kind) {
    return kind instanceof Kind.Simple simple
        ? simple.measure().aggregation()
        : ((Kind.Stock) kind).measure().aggregation();
  }

  private static Counting counting(Kind kind) {
    return kind instanceof Kind.Simple simple ? simple.counting() : ((Kind.Stock) kind).counting();
  }
}
