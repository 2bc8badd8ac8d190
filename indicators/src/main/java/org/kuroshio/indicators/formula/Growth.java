package org.kuroshio.indicators.formula;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kuroshio.indicators.exact.Rational;

/**
 * Change against a base, as a ratio: 0.1 is ten per cent more. There is no growth from a base of
 * zero or below.
 */
public final class Growth {

  private Growth() {}

  /** {@code now / base - 1}. */
  public static Optional<Rational> rate(Rational base, Rational now) {
    return base.signum() > 0
        ? Optional.of(now.divide(base).subtract(Rational.ONE))
        : Optional.empty();
  }

  /**
   * The yearly rate that leads from base to now in that many years; empty also where {@code now} is
   * negative.
   *
   * @throws IllegalArgumentException if years is not greater than zero
   */
  public static OptionalDouble annual(Rational base, Rational now, Rational years) {
    if (years.signum() <= 0) {
      throw new IllegalArgumentException(
          "the years must be more than zero, were " + years.exactText());
    }
    if (base.signum() <= 0 || now.signum() < 0) {
      return OptionalDouble.empty();
    }
    double ratio = now.divide(base).doubleValue();
    double exponent = Rational.ONE.divide(years).doubleValue();
    return OptionalDouble.of(StrictMath.pow(ratio, exponent) - 1);
  }
}
