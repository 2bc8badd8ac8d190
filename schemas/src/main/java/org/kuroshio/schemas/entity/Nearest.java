package org.kuroshio.schemas.entity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Nearest {
  private Nearest() {}

  /**
   * {@code ; did you mean 'region'?}, or the whole choice if nothing is near and it is short, or
   * nothing.
   */
  static String hint(String given, Collection<String> known) {
    Optional<String> near = to(given, known);
    if (near.isPresent()) {
      return "; did you mean '" + near.get() + "'?";
    }
    return "; known here: " + String.join(", ", known);
  }

  /** The known word with the fewest letters to change, if these are less than half of it. */
  static Optional<String> to(String given, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(given, word) * 2 < Math.max(word.length(), 2))
        .min(Comparator.comparingInt((String word) -> distance(given, word)));
  }

  /** Levenshtein's, without regard to case. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
