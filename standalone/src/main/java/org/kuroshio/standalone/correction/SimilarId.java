package org.kuroshio.standalone.correction;

import java.util.Optional;

/**
 * The most similar of very many ids: the one that agrees with a wrong one in the most letters at
 * the beginning and the end together, which costs a look at each letter. Finds what one slip of the
 * hand has changed.
 */
final class SimilarId {
  private static final int LARGEST_DIFFERENCE_DIVISOR = 3;

  private final String id;
  private String best = "";
  private int agreement;

  SimilarId(String id) {
    this.id = id;
  }

  void offer(String other) {
    if (other == null || other.equals(best)) {
      return;
    }
    int agreeing = agreement(other);
    boolean better =
        agreeing > agreement
            || (agreeing == agreement && closer(other) < closer(best))
            || (agreeing == agreement
                && closer(other) == closer(best)
                && other.compareTo(best) < 0);
    if (better) {
      best = other;
      agreement = agreeing;
    }
  }

  /** Empty if more than a third of the letters differ. */
  Optional<String> best() {
    int length = Math.max(id.length(), best.length());
    boolean like = (length - agreement) * LARGEST_DIFFERENCE_DIVISOR <= length;
    return like ? Optional.of(best) : Optional.empty();
  }

  private int closer(String other) {
    return Math.abs(other.length() - id.length());
  }

  private int agreement(String other) {
    int shorter = Math.min(id.length(), other.length());
    int start = 0;
    while (start < shorter && id.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && id.charAt(id.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return start + end;
  }
}
