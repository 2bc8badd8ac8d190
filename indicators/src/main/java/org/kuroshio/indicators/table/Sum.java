package org.kuroshio.indicators.table;

import java.util.HashMap;
import java.util.Map;
import org.kuroshio.indicators.exact.ExactSum;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.projection.Item;

/**
 * What base cells add up to in one place: whole and fractional, different values, doubts. Adding
 * and taking away the same leaves it as it was.
 */
final class Sum {
  private long whole;
  private final ExactSum fractional = new ExactSum();

  /** What has no room in 64 bits: large money in odd shares. Exact, and slower. */
  private Rational wholeBeyond = Rational.ZERO;

  private Rational fractionalBeyond = Rational.ZERO;
  private long uncertain;
  private long nameless;
  private int cells;
  private int changedIn;
  private Map<String, Long> distinct = Map.of();

  /**
   * @param item see {@link Item}
   * @param amount the change
   * @param weight with which the place takes part
   * @param presence +1 if the base cell is new, -1 if it is gone, else 0
   */
  void add(String item, long amount, Rational weight, int presence) {
    cells += presence;
    if (item.equals(Item.UNCERTAIN)) {
      uncertain += amount;
    } else if (item.equals(Item.NAMELESS)) {
      nameless += amount;
    } else if (Item.isDistinct(item)) {
      Map<String, Long> values = distinct.isEmpty() ? new HashMap<>() : distinct;
      if (values.merge(item, amount, Long::sum) == 0) {
        values.remove(item);
      }
      distinct = values;
    } else {
      addWhole(amount);
      addFractional(amount, weight);
    }
  }

  private void addWhole(long amount) {
    try {
      whole = Math.addExact(whole, amount);
    } catch (ArithmeticException e) {
      wholeBeyond = wholeBeyond.add(Rational.of(amount));
    }
  }

  private void addFractional(long amount, Rational weight) {
    try {
      fractional.add(
          Math.multiplyExact(amount, weight.numerator().longValueExact()),
          weight.denominator().longValueExact());
    } catch (ArithmeticException e) {
      fractionalBeyond = fractionalBeyond.add(Rational.of(amount).multiply(weight));
    }
  }

  /** Adds another sum, for running totals over days. */
  void add(Sum other) {
    addWhole(other.whole);
    wholeBeyond = wholeBeyond.add(other.wholeBeyond);
    try {
      fractional.add(other.fractional);
    } catch (ArithmeticException e) {
      fractionalBeyond = fractionalBeyond.add(other.fractional.toRational());
    }
    fractionalBeyond = fractionalBeyond.add(other.fractionalBeyond);
    uncertain += other.uncertain;
    nameless += other.nameless;
    cells += other.cells;
    other.distinct.forEach((item, amount) -> add(item, amount, Rational.ONE, 0));
  }

  /**
   * Whether it was not asked this in the same stretch before.
   *
   * @param stretch between two computations; greater than 0
   */
  boolean isFirstChangeOf(int stretch) {
    boolean first = changedIn != stretch;
    changedIn = stretch;
    return first;
  }

  /** No base cell stands behind it. */
  boolean isEmpty() {
    return cells == 0;
  }

  /** Nothing is counted here, by whatever item. */
  boolean isZero() {
    return whole().isZero() && nameless == 0 && distinct.isEmpty();
  }

  boolean isUncertain() {
    return uncertain > 0;
  }

  /** Records that do not name what is to be counted once. */
  long nameless() {
    return nameless;
  }

  Rational whole() {
    return Rational.of(whole).add(wholeBeyond);
  }

  Rational fractional() {
    return fractional.toRational().add(fractionalBeyond);
  }

  long different() {
    return distinct.size();
  }
}
