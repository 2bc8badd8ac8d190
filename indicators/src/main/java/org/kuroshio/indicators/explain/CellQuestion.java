package org.kuroshio.indicators.explain;

/**
 * Which number is to be explained.
 *
 * @param group the reference set; for simple kinds only what the region is shown in
 * @param region a table region, or `unallocated:GROUP`
 * @param period a label, or `unallocated:TYPE`
 * @param breakdown `category=PLATFORM`, or empty
 * @param unit the currency of money; empty for every unit that there is
 */
public record CellQuestion(
    String indicator, String group, String region, String period, String breakdown, String unit) {
  public CellQuestion(
      String indicator, String group, String region, String period, String breakdown) {
    this(indicator, group, region, period, breakdown, "");
  }

  CellQuestion inGroup(String other) {
    return new CellQuestion(indicator, other, region, period, breakdown, unit);
  }

  CellQuestion inUnit(String other) {
    return new CellQuestion(indicator, group, region, period, breakdown, other);
  }

  CellQuestion at(String other) {
    return new CellQuestion(indicator, group, other, period, breakdown, unit);
  }

  CellQuestion during(String other) {
    return new CellQuestion(indicator, group, region, other, breakdown, unit);
  }

  CellQuestion brokenDown(String other) {
    return new CellQuestion(indicator, group, region, period, other, unit);
  }
}
