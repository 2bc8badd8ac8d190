package org.kuroshio.indicators.ledger;

import org.kuroshio.indicators.projection.Contribution;

/** The address of a base cell; see {@link Contribution} for the fields. */
public record BaseKey(
    String measure, String breakdown, int from, int to, String regions, String item, String unit) {
  static BaseKey of(Contribution c) {
    return new BaseKey(
        c.measure(), c.breakdown(), c.from(), c.to(), c.regions(), c.item(), c.unit());
  }
}
