package org.kuroshio.indicators.alert.reconciliation;

import java.math.BigInteger;
import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;

/**
 * A number as the digits in which it was printed: so many units of its last digit.
 *
 * @param unit twice the tolerance
 */
record Printed(Rational unit) {
  private static final Rational HALF = Rational.of(1, 2);

  /** Empty where nobody says how the figure was rounded. */
  static Optional<Printed> of(Figure figure) {
    return figure.tolerance().signum() > 0
        ? Optional.of(new Printed(figure.tolerance().add(figure.tolerance())))
        : Optional.empty();
  }

  /** Rounded half up, as digits. */
  String digits(Rational value) {
    return floor(value.divide(unit).add(HALF)).toString();
  }

  /** Cut off instead of rounded. */
  Rational cutOff(Rational value) {
    return unit.multiply(Rational.of(floor(value.divide(unit)), BigInteger.ONE));
  }

  /** Rounded up instead of to the nearest. */
  Rational roundedUp(Rational value) {
    return cutOff(value.negate()).negate();
  }

  private static BigInteger floor(Rational value) {
    BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }
}
