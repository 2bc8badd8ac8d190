package org.kuroshio.indicators.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Status;

/** Computes the cells of flows: facts dated inside a period, and the zeros that coverage grants. */
final class FlowCells {
  /** Stands for all regions of a slice. */
  static final String EVERY_REGION = "*";

  private final Facts facts;
  private final Amounts amounts;
  private final Reach reach;
  private final Calendars calendars;
  private final Cells cells;

  FlowCells(Facts facts, Amounts amounts, Regions regions, Cells cells) {
    this.facts = facts;
    this.amounts = amounts;
    this.reach = new Reach(regions);
    this.calendars = new Calendars(regions);
    this.cells = cells;
  }

  /**
   * @param touched the regions to compute, or {@link #EVERY_REGION}
   */
  void compute(Indicator indicator, Slice slice, Set<String> touched, AsOf asOf, CellSink sink) {
    FlowTable table = facts.flow(amounts.measure(indicator.id()));
    Line line = new Line(slice.breakdown(), slice.currency());
    Set<String> wanted = new LinkedHashSet<>(touched);
    if (wanted.remove(EVERY_REGION)) {
      wanted.addAll(table.regions(line, slice.period()));
      wanted.addAll(facts.coverage().regions(indicator.id()));
      cells.all(slice).keySet().forEach(p -> wanted.add(UnallocatedRows.inner(p.region())));
    }
    List<String> groupOnly =
        table.regions(line, slice.period()).stream()
            .filter(r -> r.startsWith(Reach.GROUP_ONLY))
            .toList();
    for (String region : wanted) {
      if (belongs(slice.period(), region)) {
        Place place = Place.of(UnallocatedRows.shown(region));
        sink.cell(slice, place, cell(indicator, table, slice, line, region, groupOnly, asOf));
      }
    }
  }

  /** Marks every slice that any fact, coverage or computed cell of the indicator touches. */
  void everything(Indicator indicator, Dirty dirty) {
    FlowTable table = facts.flow(amounts.measure(indicator.id()));
    for (Line line : table.lines()) {
      for (Period period : table.periods(line)) {
        if (indicator.periods().contains(period.type())) {
          dirty.flow(indicator.id(), line, period, EVERY_REGION);
        }
      }
    }
    for (Slice slice : cells.slices()) {
      if (slice.indicator().equals(indicator.id())) {
        Line line = new Line(slice.breakdown(), slice.currency());
        dirty.flow(indicator.id(), line, slice.period(), EVERY_REGION);
      }
    }
    facts
        .coverage()
        .spans(indicator.id())
        .forEach((from, to) -> facts.touchCovered(indicator, from, to));
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

  /**
   * @param groupOnly places of facts that are known for a group only
   */
  private Cell cell(
      Indicator indicator,
      FlowTable table,
      Slice slice,
      Line line,
      String region,
      List<String> groupOnly,
      AsOf asOf) {
    Period period = slice.period();
    Sum sum = table.sum(line, period, region);
    if (sum == null && !isZero(indicator, table, line, period, region, asOf)) {
      return Cell.MISSING;
    }
    Status status = asOf.status(period);
    for (String other : groupOnly) {
      status = reach.mayLieIn(other, region) ? Cell.worse(status, Status.PARTIAL) : status;
    }
    return sum == null ? Cell.of(Rational.ZERO, status) : amounts.cell(indicator, sum, status);
  }

  /**
   * Whether there was nothing, and not just nothing known: in a covered period that has begun. A
   * breakdown has zeros beside its facts, because without any nobody knows that it exists.
   */
  private boolean isZero(
      Indicator indicator, FlowTable table, Line line, Period period, String region, AsOf asOf) {
    boolean dated = period.type() != PeriodType.TD && !FlowTable.isUnallocated(period);
    return dated
        && period.fromDay() <= asOf.day()
        && !region.startsWith(Reach.GROUP_ONLY)
        && !amounts.isMoney(indicator)
        && (line.isWhole() || !table.regions(line, period).isEmpty())
        && facts.coverage().covers(indicator.id(), region, period.fromDay(), asOf.standsAt(period));
  }
}
