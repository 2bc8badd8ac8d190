package org.kuroshio.schemas.backoff;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: doubled each time, and drawn at random, so that many do not come at once.
 * As safe for threads as its source of randomness.
 */
public final class Backoff {
  private static final int LARGEST_SHIFT = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  /**
   * @throws IllegalArgumentException if the first pause is not positive, or longer than the longest
   */
  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    if (first.toMillis() <= 0 || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "the first pause is positive and not longer than the longest, was " + first);
    }
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /**
   * Between half and the whole of {@code first * 2^(failures - 1)}, and never more than the
   * longest.
   *
   * @param failures in a row, from 1
   */
  public Duration pause(int failures) {
    long full =
        Math.min(
            longest.toMillis(), first.toMillis() * (1L << Math.min(failures - 1, LARGEST_SHIFT)));
    return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
  }
}
