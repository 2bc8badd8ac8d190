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

  /**
   * Factors as large as these, because periods and regions differ by little: with the usual 31 the
   * cells of one indicator fall into few buckets.
   */
  @Override
  public int hashCode() {
    return (indicator.hashCode() * 0x9E3779B1 + breakdown.hashCode()) * 0x85EBCA6B
        + currency.hashCode() * 0x27D4EB2F
        + period.hashCode() * 0xC2B2AE35;
  }
}
