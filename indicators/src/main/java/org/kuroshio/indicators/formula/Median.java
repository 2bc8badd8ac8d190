package org.kuroshio.indicators.formula;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.kuroshio.indicators.exact.Rational;

/** The middle of a histogram. */
public final class Median {

  private Median() {}

  /**
   * The middle value, or the mean of the two middle ones; empty where nothing is counted.
   *
   * @param histogram how often each value (days, for instance) occurs
   * @throws IllegalArgumentException if a count is negative
   * @throws ArithmeticException if the counts together overflow a long
   */
  public static Optional<Rational> of(SortedMap<Long, Long> histogram) {
    long total = 0;
    for (Map.Entry<Long, Long> bar : histogram.entrySet()) {
      if (bar.getValue() < 0) {
        throw new IllegalArgumentException(
            "the value " + bar.getKey() + " is counted " + bar.getValue() + " times");
      }
      total = Math.addExact(total, bar.getValue());
    }
    if (total == 0) {
      return Optional.empty();
    }
    BigInteger lower = BigInteger.valueOf(nth(histogram, (total - 1) / 2));
    BigInteger upper = BigInteger.valueOf(nth(histogram, total / 2));
    return Optional.of(Rational.of(lower.add(upper), BigInteger.TWO));
  }

  /** The value at that place, counted from zero. */
  private static long nth(SortedMap<Long, Long> histogram, long place) {
    long before = 0;
    for (Map.Entry<Long, Long> bar : histogram.entrySet()) {
      before += bar.getValue();
      if (before > place) {
        return bar.getKey();
      }
    }
    throw new IllegalStateException(
        "place " + place + " is beyond the " + before + " counted values");
  }
}
