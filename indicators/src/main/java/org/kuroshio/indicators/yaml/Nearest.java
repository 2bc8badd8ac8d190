package org.kuroshio.indicators.yaml;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that a misspelt one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known name with the smallest edit distance, if it is at most a third of the name's length
   * plus one.
   */
  public static Optional<String> to(String name, Collection<String> known) {
    String best = null;
    int bestDistance = name.length() / 3 + 2;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < bestDistance
          || (distance == bestDistance && best != null && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** `; did you mean X?`, or the list of what there is when nothing is near. */
  public static String hint(String name, Collection<String> known) {
    return to(name, known)
        .map(found -> "; did you mean '" + found + "'?")
        .orElseGet(
            () -> "; known are " + String.join(", ", known.stream().sorted().limit(30).toList()));
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
