package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;

/** Computes medians of days over the facts that were due by the end of each period. */
final class TermCells {
  private final Facts facts;
  private final Amounts amounts;
  private final Calendars calendars;

  /** The earliest day that a line ever began on, so that its cells can vanish again. */
  private final Map<Dirty.StockLine, Integer> starts = new HashMap<>();

  TermCells(Facts facts, Amounts amounts, Regions regions) {
    this.facts = facts;
    this.amounts = amounts;
    this.calendars = new Calendars(regions);
  }

  void compute(Indicator indicator, Dirty.StockLine dirty, AsOf asOf, CellSink sink) {
    if (dirty.region().startsWith(Reach.GROUP_ONLY)) {
      return;
    }
    TermTable table = facts.term(amounts.measure(indicator.id()));
    TreeMap<Integer, ?> days = table.days(dirty.line(), dirty.region());
    int first = days.isEmpty() ? asOf.day() : Math.min(days.firstKey(), asOf.day());
    int start = starts.merge(dirty, first, Math::min);
    for (PeriodType type : indicator.periods()) {
      for (Period period : Periods.between(type, start, asOf.day(), calendars.of(dirty.region()))) {
        int day = Math.min(asOf.standsAt(period), asOf.day());
        Optional<Rational> median = table.median(dirty.line(), dirty.region(), day);
        sink.cell(
            new Slice(indicator.id(), dirty.line().breakdown(), "", period),
            Place.of(dirty.region()),
            median.map(m -> Cell.of(m, asOf.status(period))).orElse(Cell.MISSING));
      }
    }
  }

  void everything(Indicator indicator, Dirty dirty) {
    TermTable table = facts.term(amounts.measure(indicator.id()));
    for (Line line : table.lines()) {
      table.regions(line).forEach(region -> dirty.stock(indicator.id(), line, region));
    }
  }
}
