package org.kuroshio.serve.delivery.post;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.kuroshio.serve.delivery.settings.Pacing;

/**
 * Pauses between tries: doubled each time, and drawn at random, so that many do not come at once.
 */
public final class Backoff {
  private static final int LARGEST_SHIFT = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;

  public Backoff(Pacing pacing, RandomGenerator random) {
    this.first = pacing.firstPause();
    this.longest = pacing.longestPause();
    this.random = random;
  }

  /**
   * Between half and the whole of {@code first * 2^(failures - 1)}, and never more than the
   * longest.
   *
   * @param failures in a row, from 1
   */
  public Duration after(int failures) {
    long full =
        Math.min(
            longest.toMillis(), first.toMillis() * (1L << Math.min(failures - 1, LARGEST_SHIFT)));
    return Duration.ofMillis(full / 2 + random.nextLong(full - full / 2 + 1));
  }
}
