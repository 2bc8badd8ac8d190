package org.kuroshio.indicators.batch;

import org.kuroshio.indicators.exact.Rational;

/** What facts add up to in one row. */
final class Tally {
  Rational whole = Rational.ZERO;
  Rational fractional = Rational.ZERO;

  void add(Rational amount, Rational weight) {
    whole = whole.add(amount);
    fractional = fractional.add(amount.multiply(weight));
  }
}
