package org.kuroshio.indicators.formula;

import java.util.Collection;
import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;

/** How unevenly a total is spread over its parts. */
public final class Concentration {

  private static final Rational SCALE = Rational.of(10_000);

  private Concentration() {}

  /**
   * The Herfindahl-Hirschman index, 10^4 times the sum of the squared shares: 10,000 where one part
   * has all of it; empty where the total is zero.
   *
   * @throws IllegalArgumentException if a value is negative
   */
  public static Optional<Rational> hhi(Collection<Rational> values) {
    Rational total = Rational.ZERO;
    Rational squares = Rational.ZERO;
    for (Rational value : values) {
      Shares.requireNotNegative(value);
      total = total.add(value);
      squares = squares.add(value.multiply(value));
    }
    return total.isZero()
        ? Optional.empty()
        : Optional.of(SCALE.multiply(squares).divide(total.multiply(total)));
  }
}
