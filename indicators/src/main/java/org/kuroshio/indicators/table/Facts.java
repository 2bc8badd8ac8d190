package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import org.kuroshio.indicators.definition.Aggregation;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.definition.Measure.Timing;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;

/** Base sums by what they are sums of, and what a change of one makes dirty. */
final class Facts implements BaseTable.Changes {
  private static final String OBSERVATION = "observation:";
  private static final String FIGURE = "figure:";
  private static final String COVERAGE = "coverage:";

  private final Catalogue catalogue;
  private final Regions regions;
  private final Dirty dirty;
  private final Map<String, MeasureUse> uses = new HashMap<>();
  private final Map<String, String> measureOf = new HashMap<>();
  private final Map<String, FlowTable> flows = new HashMap<>();
  private final Map<String, StockTable> stocks = new HashMap<>();
  private final Map<String, TermTable> terms = new HashMap<>();
  private final CoverageTable coverage;
  private final ObservationTable observations;
  private final FigureTable figures = new FigureTable();

  Facts(Catalogue catalogue, Regions regions, Dirty dirty) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.dirty = dirty;
    this.coverage = new CoverageTable(regions);
    this.observations = new ObservationTable(regions);
    Reach reach = new Reach(regions);
    Calendars calendars = new Calendars(regions);
    for (MeasureUse use : catalogue.measures()) {
      uses.put(use.name(), use);
      use.readers().forEach(i -> measureOf.put(i.id(), use.name()));
      if (use.measure().aggregation() instanceof Aggregation.Days) {
        terms.put(use.name(), new TermTable(reach));
      } else if (use.measure().timing() instanceof Timing.At) {
        flows.put(use.name(), new FlowTable(use, reach, calendars));
      } else {
        stocks.put(use.name(), new StockTable((Timing.During) use.measure().timing(), reach));
      }
    }
  }

  FlowTable flow(String measure) {
    return flows.get(measure);
  }

  StockTable stock(String measure) {
    return stocks.get(measure);
  }

  TermTable term(String measure) {
    return terms.get(measure);
  }

  CoverageTable coverage() {
    return coverage;
  }

  ObservationTable observations() {
    return observations;
  }

  FigureTable figures() {
    return figures;
  }

  /** Everything that was marked as dirty so far is computed. */
  void computed() {
    flows.values().forEach(FlowTable::computed);
  }

  @Override
  public void changed(BaseKey key, long change, int presence) {
    String measure = key.measure();
    if (flows.containsKey(measure)) {
      flows
          .get(measure)
          .changed(
              key,
              change,
              presence,
              (line, period, region) -> touchedFlow(measure, line, period, region));
    } else if (stocks.containsKey(measure)) {
      changedStock(stocks.get(measure), key, change, presence);
    } else if (terms.containsKey(measure)) {
      terms
          .get(measure)
          .changed(key, change, (line, region, day) -> touchedStock(measure, line, region, day));
    } else if (measure.startsWith(COVERAGE)) {
      coverage.changed(measure.substring(COVERAGE.length()), key, presence);
      catalogue
          .find(measure.substring(COVERAGE.length()))
          .filter(i -> measureOf.containsKey(i.id()))
          .ifPresent(i -> touchedCoverage(i, key));
    } else if (measure.startsWith(OBSERVATION)) {
      observations.changed(measure.substring(OBSERVATION.length()), key, change, presence);
      String name = measure.substring(OBSERVATION.length());
      touchedReaders(
          kind ->
              (kind instanceof Kind.PerCapita perCapita && perCapita.series().equals(name))
                  || (kind instanceof Kind.Revision revision && revision.series().equals(name)));
    } else if (measure.startsWith(FIGURE)) {
      String indicator = measure.substring(FIGURE.length());
      figures.changed(indicator, key, presence);
      touchedReaders(
          kind ->
              kind instanceof Kind.Gap
                  || (kind instanceof Kind.Growth growth && growth.of().equals(indicator)));
      catalogue
          .find(indicator)
          .filter(i -> i.kind() instanceof Kind.Reported)
          .ifPresent(i -> dirty.everythingOf(i.id()));
    }
  }

  private void touchedFlow(String measure, Line line, Period period, String region) {
    // what is known for a group only makes every region in it PARTIAL
    String touched = region.startsWith(Reach.GROUP_ONLY) ? FlowCells.EVERY_REGION : region;
    for (Indicator indicator : uses.get(measure).readers()) {
      if (indicator.periods().contains(period.type())) {
        dirty.flow(indicator.id(), line, period, touched);
      }
    }
  }

  private void touchedStock(String measure, Line line, String region, int firstDay) {
    for (Indicator indicator : uses.get(measure).readers()) {
      dirty.stock(indicator.id(), line, region, firstDay);
    }
  }

  private void changedStock(StockTable table, BaseKey key, long change, int presence) {
    int lines = table.linesToTell().size();
    int opening = table.opening();
    String measure = key.measure();
    table.changed(
        key, change, presence, (line, region, day) -> touchedStock(measure, line, region, day));
    if (table.linesToTell().size() != lines || table.opening() != opening) {
      // a new breakdown has zeros wherever there is coverage; an opening is that of all regions
      uses.get(measure).readers().forEach(i -> dirty.everythingOf(i.id()));
    }
  }

  private void touchedCoverage(Indicator indicator, BaseKey key) {
    if (indicator.kind() instanceof Kind.Stock) {
      dirty.everythingOf(indicator.id());
    } else if (indicator.kind() instanceof Kind.Simple) {
      touchCovered(indicator, key.from(), key.to());
    }
  }

  /** Marks the periods of a flow, whole and broken down, that have a day from first to last. */
  void touchCovered(Indicator indicator, int first, int last) {
    FlowTable table = flows.get(measureOf.get(indicator.id()));
    for (String country : regions.countries()) {
      FiscalCalendar calendar = regions.calendar(country).orElse(null);
      for (PeriodType type : indicator.periods()) {
        if (type == PeriodType.TD) {
          continue;
        }
        for (Period period : Periods.between(type, first, last, calendar)) {
          dirty.flow(indicator.id(), Line.WHOLE, period, FlowCells.EVERY_REGION);
          for (Line line : table.lines()) {
            if (!table.regions(line, period).isEmpty()) {
              dirty.flow(indicator.id(), line, period, FlowCells.EVERY_REGION);
            }
          }
        }
      }
    }
  }

  private void touchedReaders(java.util.function.Predicate<Kind> reads) {
    for (Indicator indicator : catalogue.inOrder()) {
      if (reads.test(indicator.kind())) {
        dirty.everythingOf(indicator.id());
      }
    }
  }
}
