package org.kuroshio.streams.entity;

import java.time.Duration;

/**
 * When a partition sends the sums that changed. Each message costs hop 2 as much as several events
 * cost hop 1, and under load the same sums change again and again: so a flush is followed by a rest
 * that grows with what it sent, and while there is much to catch up with nobody waits for one event
 * and all partitions flush together, seldom. Not thread-safe.
 *
 * @see "docs/decisions/030-when-sums-are-flushed.md"
 */
final class FlushTimes {
  /** So many events of one partition, one of a dozen, take a second or two. */
  static final long TO_CATCH_UP = 5_000;

  /** So many take ten. */
  static final long MUCH_TO_CATCH_UP = 25_000;

  private static final long STRIDE_MILLIS = 2_000;
  private static final long LONG_STRIDE_MILLIS = 10_000;
  private static final long LONGEST_REST_MILLIS = 500;

  /** With a dozen busy partitions hop 2 gets some fifty thousand sums a second at most. */
  private static final int SUMS_PER_MILLI = 4;

  private final Duration shortest;
  private long last;
  private long restMillis;

  /**
   * @param shortest how often a quiet partition flushes
   */
  FlushTimes(Duration shortest) {
    this.shortest = shortest;
  }

  Duration shortest() {
    return shortest;
  }

  /**
   * @param now milliseconds since 1970
   * @param backlog events of the partition that wait to be read
   */
  boolean isDue(long now, long backlog) {
    if (backlog > MUCH_TO_CATCH_UP) {
      return isInAnotherStride(now, LONG_STRIDE_MILLIS);
    }
    return backlog > TO_CATCH_UP ? isInAnotherStride(now, STRIDE_MILLIS) : now - last >= restMillis;
  }

  /** By the wall clock, so that all partitions step together. */
  private boolean isInAnotherStride(long now, long millis) {
    return now / millis != last / millis;
  }

  /**
   * @param sums how many were sent
   */
  void flushed(long now, int sums) {
    last = now;
    restMillis = Math.min(LONGEST_REST_MILLIS, sums / SUMS_PER_MILLI);
  }
}
