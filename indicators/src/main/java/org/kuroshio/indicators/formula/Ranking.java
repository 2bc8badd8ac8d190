package org.kuroshio.indicators.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kuroshio.indicators.exact.Rational;

/** Ranks within a named set; equal numbers share a rank. */
public final class Ranking {

  /** What comes after a tie. */
  public enum Method {
    /** 1, 2, 2, 4. */
    COMPETITION,
    /** 1, 2, 2, 3. */
    DENSE,
    /** 1, 2 1/2, 2 1/2, 4. */
    FRACTIONAL
  }

  private Ranking() {}

  /** The rank of every key, best first, ties in the order of their keys. */
  public static LinkedHashMap<String, Rational> rank(
      Map<String, Rational> values, Method method, Direction direction) {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(direction, "direction");
    List<Map.Entry<String, Rational>> sorted = sorted(values, direction);
    LinkedHashMap<String, Rational> ranks = new LinkedHashMap<>();
    int groups = 0;
    for (int first = 0; first < sorted.size(); ) {
      int after = endOfTie(sorted, first);
      groups++;
      Rational rank = rank(method, first, after, groups);
      for (Map.Entry<String, Rational> tied : sorted.subList(first, after)) {
        ranks.put(tied.getKey(), rank);
      }
      first = after;
    }
    return ranks;
  }

  private static List<Map.Entry<String, Rational>> sorted(
      Map<String, Rational> values, Direction direction) {
    Comparator<Map.Entry<String, Rational>> byValue = Map.Entry.comparingByValue();
    List<Map.Entry<String, Rational>> sorted = new ArrayList<>(values.entrySet());
    sorted.sort(
        (direction == Direction.HIGHEST_FIRST ? byValue.reversed() : byValue)
            .thenComparing(Map.Entry.comparingByKey()));
    return sorted;
  }

  private static int endOfTie(List<Map.Entry<String, Rational>> sorted, int first) {
    int after = first + 1;
    while (after < sorted.size()
        && sorted.get(after).getValue().equals(sorted.get(first).getValue())) {
      after++;
    }
    return after;
  }

  private static Rational rank(Method method, int first, int after, int group) {
    return switch (method) {
      case COMPETITION -> Rational.of(first + 1L);
      case DENSE -> Rational.of(group);
      case FRACTIONAL -> Rational.of(first + 1L + after, 2);
    };
  }
}
