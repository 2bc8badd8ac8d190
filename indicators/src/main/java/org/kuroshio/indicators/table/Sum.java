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
  private long uncertain;
  private long nameless;
  private int cells;
  private Map<String, Long> distinct = Map.of();

  /**
   * @param item see {@link Item}
   * @param amount the change
   * @param numerator the weight with which the place takes part
   * @param presence +1 if the base cell is new, -1 if it is gone, else 0
   */
  void add(String item, long amount, long numerator, long denominator, int presence) {
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
      whole = Math.addExact(whole, amount);
      fractional.add(Math.multiplyExact(amount, numerator), denominator);
    }
  }

  /** Adds another sum, for running totals over days. */
  void add(Sum other) {
    whole = Math.addExact(whole, other.whole);
    fractional.add(other.fractional);
    uncertain += other.uncertain;
    nameless += other.nameless;
    cells += other.cells;
    other.distinct.forEach((item, amount) -> add(item, amount, 1, 1, 0));
  }

  /** No base cell stands behind it. */
  boolean isEmpty() {
    return cells == 0;
  }

  /** Nothing is counted here, by whatever item. */
  boolean isZero() {
    return whole == 0 && nameless == 0 && distinct.isEmpty();
  }

  boolean isUncertain() {
    return uncertain > 0;
  }

  /** Records that do not name what is to be counted once. */
  long nameless() {
    return nameless;
  }

  Rational whole() {
    return Rational.of(whole);
  }

  Rational fractional() {
    return fractional.toRational();
  }

  long different() {
    return distinct.size();
  }
}
