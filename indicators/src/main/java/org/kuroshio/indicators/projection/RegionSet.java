package org.kuroshio.indicators.projection;

import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.indicators.exact.Rational;

/**
 * The locations that stand for an entity, with weights that sum to 1, as text: `JP-13`, or
 * `JP-12:1/2,JP-13:1/2` in code order. A text, so that it is a key as it is.
 */
public final class RegionSet {
  private RegionSet() {}

  /** Equal weights: each code counts as often as it stands. */
  static String ofCounts(TreeMap<String, Long> counts, long total) {
    if (counts.size() == 1) {
      return counts.firstKey();
    }
    StringBuilder text = new StringBuilder();
    counts.forEach((code, count) -> append(text, code, Rational.of(count, total)));
    return text.toString();
  }

  /** Any weights; they are divided by their sum. */
  static String ofWeights(TreeMap<String, Rational> weights) {
    if (weights.size() == 1) {
      return weights.firstKey();
    }
    Rational total = weights.values().stream().reduce(Rational.ZERO, Rational::add);
    StringBuilder text = new StringBuilder();
    weights.forEach((code, weight) -> append(text, code, weight.divide(total)));
    return text.toString();
  }

  /** The weights by location, in code order. */
  public static Map<String, Rational> parse(String text) {
    Map<String, Rational> weights = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      weights.put(
          colon < 0 ? part : part.substring(0, colon),
          colon < 0 ? Rational.ONE : Rational.parse(part.substring(colon + 1)));
    }
    return weights;
  }

  private static void append(StringBuilder text, String code, Rational weight) {
    if (text.length() > 0) {
      text.append(',');
    }
    text.append(code).append(':').append(weight.exactText());
  }
}
