package org.kuroshio.indicators.batch;

import org.kuroshio.indicators.exact.Rational;

/**
 * A cell.
 *
 * @param number null where it is UNDEFINED
 * @param rank null where nothing is ranked
 */
record Value(Rational number, String rank, Doubt doubt) {
  static final Value UNDEFINED = new Value(null, null, Doubt.UNDEFINED);

  static Value of(Rational number, Doubt doubt) {
    return new Value(number, null, doubt);
  }

  String text() {
    return (number == null ? "-" : number.exactText()) + " " + rank + " " + doubt;
  }
}
