package org.kuroshio.indicators.ledger;

import org.kuroshio.indicators.projection.Contribution;

/** The address of a base cell; see {@link Contribution} for the fields. */
public record BaseKey(
    String measure, String breakdown, int from, int to, String regions, String item, String unit) {
  static BaseKey of(Contribution c) {
    return new BaseKey(
        c.measure(), c.breakdown(), c.from(), c.to(), c.regions(), c.item(), c.unit());
  }

  /** Large factors, because days and regions differ by little: see the tables' addresses. */
  @Override
  public int hashCode() {
    int place = regions.hashCode() * 0x9E3779B1 + from * 0x85EBCA6B + to * 0x27D4EB2F;
    int kind = measure.hashCode() * 0xC2B2AE35 + breakdown.hashCode() * 0x165667B1;
    return place + kind + item.hashCode() * 0x2545F491 + unit.hashCode();
  }
}
