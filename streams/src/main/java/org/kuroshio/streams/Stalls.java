package org.kuroshio.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.InvalidTxnStateException;

/**
 * Tells a process that stood still (a machine that slept, a disk that hung) from one that is
 * broken. A transaction that outlives its timeout is aborted by the broker, and its commit is then
 * refused with this one error, after which Streams would end though nothing is wrong: the same
 * thread's work, begun again from its last commit, is right. Safe for many threads.
 */
final class Stalls {
  private static final int MOST = 5;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Deque<Instant> forgiven = new ArrayDeque<>();

  Stalls(Clock clock) {
    this.clock = clock;
  }

  /** True if work may go on in a new thread; not for ever, where it happens again and again. */
  synchronized boolean forgives(Throwable fault) {
    if (!isStall(fault)) {
      return false;
    }
    Instant now = clock.instant();
    forgiven.removeIf(then -> then.plus(WITHIN).isBefore(now));
    if (forgiven.size() == MOST) {
      return false;
    }
    forgiven.add(now);
    return true;
  }

  private static boolean isStall(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidTxnStateException) {
        return true;
      }
    }
    return false;
  }
}
