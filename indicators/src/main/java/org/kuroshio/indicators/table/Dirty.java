package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.period.Period;

/** What has to be computed again at the next cut. */
final class Dirty {
  /** A stock's line in one region. */
  record StockLine(String indicator, Line line, String region) {
    StockLine in(String other) {
      return new StockLine(indicator, line, other);
    }
  }

  private final Map<Slice, Set<String>> flows = new HashMap<>();
  private final Map<StockLine, Integer> stocks = new HashMap<>();
  private final Set<String> allOf = new HashSet<>();

  void flow(String indicator, Line line, Period period, String region) {
    flows
        .computeIfAbsent(
            new Slice(indicator, line.breakdown(), line.currency(), period), s -> new HashSet<>())
        .add(region);
  }

  /**
   * @param firstDay nothing changed on the days before it
   */
  void stock(String indicator, Line line, String region, int firstDay) {
    stocks.merge(new StockLine(indicator, line, region), firstDay, Math::min);
  }

  /** The whole line, as something else than a change of its facts may have changed it. */
  void stock(String indicator, Line line, String region) {
    stock(indicator, line, region, Integer.MIN_VALUE);
  }

  /** Every slice of the indicator: its coverage, population or published figures changed. */
  void everythingOf(String indicator) {
    allOf.add(indicator);
  }

  Map<Slice, Set<String>> flows() {
    return flows;
  }

  /** Each line with the first day on which it may have changed. */
  Map<StockLine, Integer> stocks() {
    return stocks;
  }

  Set<String> everythingOf() {
    return allOf;
  }

  boolean isEmpty() {
    return flows.isEmpty() && stocks.isEmpty() && allOf.isEmpty();
  }

  void clear() {
    flows.clear();
    stocks.clear();
    allOf.clear();
  }
}
