package org.kuroshio.indicators.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A cell: the running sum of fractions, kept as one {@code long} numerator per denominator, so that
 * adding, taking back and merging are long additions and the rational is made only when the cell is
 * read.
 *
 * <p>Laws: {@code add(x)} then {@code subtract(x)} leaves the cell as it was, and merging is
 * associative and commutative as long as nothing overflows. An overflow is an {@link
 * ArithmeticException} and leaves the cell as it was. Mutable, for one thread.
 */
public final class ExactSum {

  private static final long[] NONE = {};

  /**
   * Ascending; the parts in use are the first {@code size} of each array, none of them with
   * numerator zero.
   */
  private long[] denominators = NONE;

  private long[] numerators = NONE;
  private int size;

  /**
   * Adds a fraction, reduced first, so that 2/4 and 1/2 meet in one part.
   *
   * @throws IllegalArgumentException if the denominator is not positive
   * @throws ArithmeticException on overflow
   */
  public void add(long numerator, long denominator) {
    if (denominator <= 0) {
      throw new IllegalArgumentException(
          "the denominator must be greater than zero, was " + denominator);
    }
    if (numerator == 0) {
      return;
    }
    if (denominator == 1) {
      addReduced(numerator, 1);
    } else {
      long divisor = Rational.gcd(denominator, Math.abs(numerator % denominator));
      addReduced(numerator / divisor, denominator / divisor);
    }
  }

  public void add(ExactSum other) {
    merge(other, 1);
  }

  public void subtract(ExactSum other) {
    merge(other, -1);
  }

  /** Whether the number is zero, also where the parts are not: 1/2 + 1/3 + 1/6 - 1. */
  public boolean isZero() {
    return size == 0 || (size > 1 && toRational().isZero());
  }

  public Rational toRational() {
    if (size == 0) {
      return Rational.ZERO;
    }
    if (size == 1) {
      return Rational.of(numerators[0], denominators[0]);
    }
    BigInteger n = BigInteger.ZERO;
    BigInteger d = BigInteger.ONE;
    for (int i = 0; i < size; i++) {
      BigInteger part = BigInteger.valueOf(denominators[i]);
      n = n.multiply(part).add(BigInteger.valueOf(numerators[i]).multiply(d));
      d = d.multiply(part);
      BigInteger divisor = n.gcd(d);
      n = n.divide(divisor);
      d = d.divide(divisor);
    }
    return Rational.of(n, d);
  }

  public ExactSum copy() {
    ExactSum copy = new ExactSum();
    copy.denominators = Arrays.copyOf(denominators, size);
    copy.numerators = Arrays.copyOf(numerators, size);
    copy.size = size;
    return copy;
  }

  /**
   * The number of parts, for writing the cell out; a part is {@link #numeratorAt} / {@link
   * #denominatorAt}.
   */
  public int size() {
    return size;
  }

  /** Ascending with the index. */
  public long denominatorAt(int index) {
    return denominators[checked(index)];
  }

  /** Never zero. */
  public long numeratorAt(int index) {
    return numerators[checked(index)];
  }

  private int checked(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("part " + index + " of " + size);
    }
    return index;
  }

  private void addReduced(long numerator, long denominator) {
    int at = Arrays.binarySearch(denominators, 0, size, denominator);
    if (at < 0) {
      insert(-at - 1, numerator, denominator);
      return;
    }
    long sum = Math.addExact(numerators[at], numerator);
    if (sum == 0) {
      remove(at);
    } else {
      numerators[at] = sum;
    }
  }

  private void insert(int at, long numerator, long denominator) {
    if (size == denominators.length) {
      int capacity = size == 0 ? 1 : size * 2;
      denominators = Arrays.copyOf(denominators, capacity);
      numerators = Arrays.copyOf(numerators, capacity);
    }
    System.arraycopy(denominators, at, denominators, at + 1, size - at);
    System.arraycopy(numerators, at, numerators, at + 1, size - at);
    denominators[at] = denominator;
    numerators[at] = numerator;
    size++;
  }

  private void remove(int at) {
    System.arraycopy(denominators, at + 1, denominators, at, size - at - 1);
    System.arraycopy(numerators, at + 1, numerators, at, size - at - 1);
    size--;
  }

  private void merge(ExactSum other, long sign) {
    if (other.size == 1) {
      // most cells hold whole numbers: no new arrays for those
      addReduced(Math.multiplyExact(sign, other.numerators[0]), other.denominators[0]);
    } else if (other.size > 1) {
      mergeAll(other, sign);
    }
  }

  /** Into new arrays, which replace the old ones only when no part overflowed. */
  private void mergeAll(ExactSum other, long sign) {
    int longest = size + other.size;
    long[] mergedDenominators = new long[longest];
    long[] mergedNumerators = new long[longest];
    int merged = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < size || theirs < other.size) {
      long left = mine < size ? denominators[mine] : Long.MAX_VALUE;
      long right = theirs < other.size ? other.denominators[theirs] : Long.MAX_VALUE;
      boolean takeMine = mine < size && left <= right;
      boolean takeTheirs = theirs < other.size && right <= left;
      long numerator = takeMine ? numerators[mine++] : 0;
      if (takeTheirs) {
        numerator = Math.addExact(numerator, Math.multiplyExact(sign, other.numerators[theirs++]));
      }
      if (numerator != 0) {
        mergedDenominators[merged] = Math.min(left, right);
        mergedNumerators[merged++] = numerator;
      }
    }
    denominators = mergedDenominators;
    numerators = mergedNumerators;
    size = merged;
  }

  /** The parts as they are held, such as {@code 3/1 + 2/5}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : " + ").append(numerators[i]).append('/').append(denominators[i]);
    }
    return size == 0 ? "0" : text.toString();
  }
}
