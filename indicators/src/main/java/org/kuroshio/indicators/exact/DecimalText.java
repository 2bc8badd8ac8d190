package org.kuroshio.indicators.exact;

import java.math.BigDecimal;

/** The one way a number that is not rational (a root, a mean of logarithms) is printed. */
public final class DecimalText {

  private DecimalText() {}

  /**
   * The number to 12 significant digits, half to even on the double's exact value, without exponent
   * and trailing zeros.
   *
   * @throws ArithmeticException if the value is not a number or infinite
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(
          value + " has no decimal text: an indicator without a number is UNDEFINED");
    }
    return plain(new BigDecimal(value).round(Rational.PRINTED));
  }

  static String plain(BigDecimal rounded) {
    return rounded.stripTrailingZeros().toPlainString();
  }
}
