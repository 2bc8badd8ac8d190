package org.kuroshio.indicators.table;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue.MeasureUse;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.period.PeriodType;

/** Sums of dated facts by period and region. */
final class FlowTable {
  /** Takes what a change of the facts touches. */
  interface Touched {
    /**
     * @param region or {@link FlowCells#EVERY_REGION}, where the line's first facts come or its
     *     last go, and with them the zeros beside them
     */
    void touched(Line line, Period period, String region);
  }

  private final FlowPlaces places;
  private final Map<Line, Map<Period, Map<String, Sum>>> sums = new HashMap<>();
  private int stretch = 1;

  FlowTable(MeasureUse use, Reach reach, Calendars calendars) {
    Set<PeriodType> types = EnumSet.noneOf(PeriodType.class);
    for (Indicator reader : use.readers()) {
      types.addAll(reader.periods());
    }
    this.places = new FlowPlaces(types, reach, calendars);
  }

  /**
   * The pseudo period of facts that are dated too roughly for any period of the type: it makes
   * finer tables add up.
   */
  static Period unallocated(PeriodType type) {
    return new Period(type, Integer.MIN_VALUE, Integer.MAX_VALUE, "unallocated:" + type);
  }

  static boolean isUnallocated(Period period) {
    return period.type() != PeriodType.TD && period.fromDay() == Integer.MIN_VALUE;
  }

  void changed(BaseKey key, long change, int presence, Touched touched) {
    Line line = new Line(key.breakdown(), key.unit());
    Map<Period, Map<String, Sum>> periods = sums.computeIfAbsent(line, l -> new HashMap<>());
    for (FlowPlaces.FlowPlace place : places.of(key.from(), key.to(), key.regions())) {
      add(line, periods, place, key.item(), change, presence, touched);
    }
    if (periods.isEmpty()) {
      sums.remove(line);
    }
  }

  private void add(
      Line line,
      Map<Period, Map<String, Sum>> periods,
      FlowPlaces.FlowPlace place,
      String item,
      long change,
      int presence,
      Touched touched) {
    Period period = place.period();
    Map<String, Sum> regions = periods.get(period);
    if (regions == null) {
      regions = new HashMap<>();
      periods.put(period, regions);
    }
    boolean first = regions.isEmpty();
    Sum sum = regions.get(place.region());
    if (sum == null) {
      sum = new Sum();
      regions.put(place.region(), sum);
    }
    sum.add(item, change, place.weight(), presence);
    if (sum.isEmpty()) {
      regions.remove(place.region());
    }
    // thousands of changes between two cuts meet in the sum of the capital's country
    if (sum.isFirstChangeOf(stretch)) {
      touched.touched(line, period, place.region());
    }
    if (first || regions.isEmpty()) {
      touched.touched(line, period, FlowCells.EVERY_REGION);
    }
    if (regions.isEmpty()) {
      periods.remove(period);
    }
  }

  /** What was touched so far is computed: the next change of any sum is told again. */
  void computed() {
    stretch++;
  }

  /** Null where no facts are. */
  Sum sum(Line line, Period period, String region) {
    Map<Period, Map<String, Sum>> periods = sums.get(line);
    Map<String, Sum> regions = periods == null ? null : periods.get(period);
    return regions == null ? null : regions.get(region);
  }

  Set<Line> lines() {
    return sums.keySet();
  }

  /** Regions with facts, `@GROUP` among them. */
  Set<String> regions(Line line, Period period) {
    Map<Period, Map<String, Sum>> periods = sums.get(line);
    Map<String, Sum> regions = periods == null ? null : periods.get(period);
    return regions == null ? Set.of() : regions.keySet();
  }

  Set<Period> periods(Line line) {
    return sums.getOrDefault(line, Map.of()).keySet();
  }
}
