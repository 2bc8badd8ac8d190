package org.kuroshio.indicators.explain;

import org.kuroshio.indicators.exact.ExactSum;
import org.kuroshio.indicators.exact.Rational;

/**
 * Adds up what entities add: in longs as long as there is room, which is nearly always, and exactly
 * beyond that.
 */
final class RunningSum {
  private long whole;
  private ExactSum parts = new ExactSum();
  private Rational beyond = Rational.ZERO;

  void add(long amount) {
    try {
      whole = Math.addExact(whole, amount);
    } catch (ArithmeticException e) {
      beyond = beyond.add(Rational.of(amount));
    }
  }

  void add(long amount, Rational weight) {
    try {
      parts.add(
          Math.multiplyExact(amount, weight.numerator().longValueExact()),
          weight.denominator().longValueExact());
    } catch (ArithmeticException e) {
      beyond = beyond.add(Rational.of(amount).multiply(weight));
    }
  }

  void add(RunningSum other) {
    add(other.whole);
    try {
      parts.add(other.parts);
    } catch (ArithmeticException e) {
      beyond = beyond.add(other.parts.toRational());
    }
    beyond = beyond.add(other.beyond);
  }

  Rational value() {
    Rational sum =
        parts.size() == 0 ? Rational.of(whole) : parts.toRational().add(Rational.of(whole));
    return beyond.isZero() ? sum : sum.add(beyond);
  }

  boolean isZero() {
    boolean onlyWhole = parts.size() == 0 && beyond.isZero();
    return onlyWhole ? whole == 0 : value().isZero();
  }

  void clear() {
    whole = 0;
    beyond = Rational.ZERO;
    if (parts.size() > 0) {
      parts = new ExactSum();
    }
  }
}
