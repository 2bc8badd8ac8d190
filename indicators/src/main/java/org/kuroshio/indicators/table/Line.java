package org.kuroshio.indicators.table;

/** What one measure's sums are kept apart by, beside period and region. */
record Line(String breakdown, String currency) {
  /** All facts, not broken down. */
  static final Line WHOLE = new Line("", "");

  boolean isWhole() {
    return equals(WHOLE);
  }
}
