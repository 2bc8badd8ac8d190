package org.kuroshio.indicators.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fraction in lowest terms with a positive denominator; equal numbers are equal objects.
 * Immutable, any size; numbers whose parts fit in an int are computed in longs.
 */
public final class Rational implements Comparable<Rational> {

  /** How values are printed: 12 significant digits, half to even. */
  static final MathContext PRINTED = new MathContext(12, RoundingMode.HALF_EVEN);

  public static final Rational ZERO = new Rational(0, 1);
  public static final Rational ONE = new Rational(1, 1);

  private static final Pattern WRITTEN = Pattern.compile("([+-]?\\d+)(?:/(\\d+)|\\.(\\d+))?");
  private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final long LARGEST_EXACT_DOUBLE = 1L << 53;
  private static final int LARGEST_SCALE = 1_000;

  /**
   * Both parts where they fit in a long (and the numerator is not Long.MIN_VALUE); else the big
   * ones count.
   */
  private final long n;

  private final long d;
  private final BigInteger bigN;
  private final BigInteger bigD;

  private Rational(long n, long d) {
    this.n = n;
    this.d = d;
    this.bigN = null;
    this.bigD = null;
  }

  private Rational(BigInteger n, BigInteger d) {
    this.n = 0;
    this.d = 0;
    this.bigN = n;
    this.bigD = d;
  }

  public static Rational of(long value) {
    return of(value, 1);
  }

  /**
   * @throws ArithmeticException if {@code denominator} is zero
   */
  public static Rational of(long numerator, long denominator) {
    if (numerator == Long.MIN_VALUE || denominator == Long.MIN_VALUE) {
      return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
    if (denominator == 0) {
      throw divisionByZero(Long.toString(numerator));
    }
    if (numerator == 0) {
      return ZERO;
    }
    long divisor = gcd(Math.abs(numerator), Math.abs(denominator));
    long sign = denominator < 0 ? -1 : 1;
    return new Rational(sign * (numerator / divisor), sign * (denominator / divisor));
  }

  /**
   * @throws ArithmeticException if {@code denominator} is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    Objects.requireNonNull(numerator, "numerator");
    if (denominator.signum() == 0) {
      throw divisionByZero(numerator.toString());
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    BigInteger lowestN = numerator.divide(divisor);
    BigInteger lowestD = denominator.divide(divisor);
    if (lowestN.abs().compareTo(LARGEST_LONG) <= 0 && lowestD.compareTo(LARGEST_LONG) <= 0) {
      return new Rational(lowestN.longValue(), lowestD.longValue());
    }
    return new Rational(lowestN, lowestD);
  }

  /**
   * @throws IllegalArgumentException if the scale is beyond 1,000 either way: such a number comes
   *     from a broken source and would fill the memory when written out
   */
  public static Rational of(BigDecimal value) {
    if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
      throw new IllegalArgumentException(
          "the number has the scale "
              + value.scale()
              + "; at most "
              + LARGEST_SCALE
              + " places can be held");
    }
    return value.scale() > 0
        ? of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : of(value.toBigInteger(), BigInteger.ONE);
  }

  /**
   * Reads {@code 3}, {@code -3/4} or {@code 0.25}.
   *
   * @throws IllegalArgumentException if the text is written in another way
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a number; write it like 3, 3/4 or 0.25, without exponent or spaces");
    }
    if (matcher.group(3) != null) {
      return of(new BigDecimal(text));
    }
    BigInteger numerator = new BigInteger(matcher.group(1));
    return matcher.group(2) == null
        ? of(numerator, BigInteger.ONE)
        : of(numerator, new BigInteger(matcher.group(2)));
  }

  public Rational add(Rational other) {
    if (isShort() && other.isShort()) {
      return of(n * other.d + other.n * d, d * other.d);
    }
    BigInteger left = numerator().multiply(other.denominator());
    BigInteger right = other.numerator().multiply(denominator());
    return of(left.add(right), denominator().multiply(other.denominator()));
  }

  public Rational subtract(Rational other) {
    return add(other.negate());
  }

  public Rational multiply(Rational other) {
    if (isShort() && other.isShort()) {
      return of(n * other.n, d * other.d);
    }
    return of(numerator().multiply(other.numerator()), denominator().multiply(other.denominator()));
  }

  /**
   * @throws ArithmeticException if {@code other} is zero
   */
  public Rational divide(Rational other) {
    if (other.isZero()) {
      throw divisionByZero(exactText());
    }
    if (isShort() && other.isShort()) {
      return of(n * other.d, d * other.n);
    }
    return of(numerator().multiply(other.denominator()), denominator().multiply(other.numerator()));
  }

  public Rational negate() {
    return isSmall() ? new Rational(-n, d) : of(bigN.negate(), bigD);
  }

  public Rational abs() {
    return signum() < 0 ? negate() : this;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return isSmall() ? Long.signum(n) : bigN.signum();
  }

  public boolean isZero() {
    return signum() == 0;
  }

  public boolean isInteger() {
    return isSmall() ? d == 1 : bigD.equals(BigInteger.ONE);
  }

  public BigInteger numerator() {
    return isSmall() ? BigInteger.valueOf(n) : bigN;
  }

  /** Always greater than zero. */
  public BigInteger denominator() {
    return isSmall() ? BigInteger.valueOf(d) : bigD;
  }

  @Override
  public int compareTo(Rational other) {
    if (isShort() && other.isShort()) {
      return Long.compare(n * other.d, other.n * d);
    }
    return numerator()
        .multiply(other.denominator())
        .compareTo(other.numerator().multiply(denominator()));
  }

  /** The number without loss: {@code 744} or {@code 744/1773} in lowest terms. */
  public String exactText() {
    return isInteger() ? numerator().toString() : numerator() + "/" + denominator();
  }

  /**
   * The number to 12 significant digits, half to even, without exponent: {@code 0.419627749577}.
   */
  public String decimalText() {
    return DecimalText.plain(quotient(PRINTED));
  }

  /**
   * The nearest double; for numbers of more than 53 bits by way of 40 decimal digits. For
   * irrational kinds only.
   */
  public double doubleValue() {
    if (isSmall() && Math.abs(n) <= LARGEST_EXACT_DOUBLE && d <= LARGEST_EXACT_DOUBLE) {
      return (double) n / d;
    }
    return quotient(new MathContext(40, RoundingMode.HALF_EVEN)).doubleValue();
  }

  private BigDecimal quotient(MathContext digits) {
    return new BigDecimal(numerator()).divide(new BigDecimal(denominator()), digits);
  }

  private boolean isSmall() {
    return bigN == null;
  }

  /** Whether a sum of two products of such parts fits in a long. */
  private boolean isShort() {
    return bigN == null
        && d <= Integer.MAX_VALUE
        && n <= Integer.MAX_VALUE
        && n >= -Integer.MAX_VALUE;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Rational other
        && n == other.n
        && d == other.d
        && Objects.equals(bigN, other.bigN)
        && Objects.equals(bigD, other.bigD);
  }

  @Override
  public int hashCode() {
    return isSmall() ? Long.hashCode(n) * 31 + Long.hashCode(d) : Objects.hash(bigN, bigD);
  }

  /** As {@link #exactText()}. */
  @Override
  public String toString() {
    return exactText();
  }

  /** Of two numbers that are not negative and not both zero. */
  static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  private static ArithmeticException divisionByZero(String dividend) {
    return new ArithmeticException(dividend + " divided by zero");
  }
}
