package org.kuroshio.schemas.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt word was meant to be. */
public final class Nearest {
  private static final int AT_MOST = 30;

  private Nearest() {}

  /**
   * The most similar candidate, the first by name of several, if it differs in no more than a third
   * of its letters, rounded up, and not in all.
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(c -> isNear(word, c))
        .min(Comparator.comparingInt((String c) -> distance(word, c)).thenComparing(c -> c));
  }

  /**
   * What to put behind an error: {@code ; did you mean 'x'?} or else what there is, up to thirty.
   */
  public static String hint(String word, Collection<String> candidates) {
    return to(word, candidates)
        .map(c -> "; did you mean '" + c + "'?")
        .orElseGet(() -> "; known are " + list(candidates));
  }

  private static String list(Collection<String> candidates) {
    List<String> first = candidates.stream().sorted().limit(AT_MOST).toList();
    int more = candidates.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  private static boolean isNear(String word, String candidate) {
    int longer = Math.max(word.length(), candidate.length());
    int distance = distance(word, candidate);
    return distance <= (longer + 2) / 3 && distance < longer;
  }

  /** Letters to replace, insert, leave out or swap with their neighbour, in any case. */
  private static int distance(String a, String b) {
    String left = a.toLowerCase(Locale.ROOT);
    String right = b.toLowerCase(Locale.ROOT);
    int[] beforePrevious = new int[right.length() + 1];
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        if (swapped) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[right.length()];
  }
}
