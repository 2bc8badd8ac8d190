package org.kuroshio.indicators.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kuroshio.indicators.exact.Rational;

/** Shares of a total as a page shows them. */
public final class Shares {

  private Shares() {}

  /**
   * The shares rounded so that they still sum to exactly 1: all are rounded down, and the units
   * that lack go to those with the largest remainders, of equal ones to the earlier. For per cent
   * with two decimals ask for four. Empty where the total is zero.
   *
   * @param decimals of a share, 0 to 30
   * @throws IllegalArgumentException if a value is negative
   */
  public static Optional<List<BigDecimal>> largestRemainder(List<Rational> values, int decimals) {
    if (decimals < 0 || decimals > 30) {
      throw new IllegalArgumentException("shares have 0 to 30 decimals, not " + decimals);
    }
    values.forEach(Shares::requireNotNegative);
    Rational total = values.stream().reduce(Rational.ZERO, Rational::add);
    if (total.isZero()) {
      return Optional.empty();
    }
    BigInteger units = BigInteger.TEN.pow(decimals);
    Rational scale = Rational.of(units, BigInteger.ONE).divide(total);
    List<Rational> scaled = values.stream().map(scale::multiply).toList();
    List<BigInteger> rounded = new ArrayList<>(scaled.stream().map(Shares::floor).toList());
    int lacking =
        units.subtract(rounded.stream().reduce(BigInteger.ZERO, BigInteger::add)).intValueExact();
    IntStream.range(0, scaled.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainder(scaled.get(i))).reversed())
        .limit(lacking)
        .forEach(i -> rounded.set(i, rounded.get(i).add(BigInteger.ONE)));
    return Optional.of(rounded.stream().map(share -> new BigDecimal(share, decimals)).toList());
  }

  static void requireNotNegative(Rational value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          "a negative part has no share of a total: " + value.exactText());
    }
  }

  private static BigInteger floor(Rational value) {
    return value.numerator().divide(value.denominator());
  }

  private static Rational remainder(Rational value) {
    return value.subtract(Rational.of(floor(value), BigInteger.ONE));
  }
}
