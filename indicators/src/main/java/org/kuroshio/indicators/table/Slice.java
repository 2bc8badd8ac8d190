package org.kuroshio.indicators.table;

import org.kuroshio.indicators.period.Period;

/**
 * The cells of one indicator that differ only by region.
 *
 * @param currency of money, empty for everything else
 */
record Slice(String indicator, String breakdown, String currency, Period period) {
  Slice at(Period other) {
    return new Slice(indicator, breakdown, currency, other);
  }

  Slice of(String other) {
    return new Slice(other, breakdown, currency, period);
  }
}
