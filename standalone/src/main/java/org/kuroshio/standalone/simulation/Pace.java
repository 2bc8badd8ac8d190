package org.kuroshio.standalone.simulation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many events a second. After a standstill it does not make up for what was not sent. */
final class Pace {
  private static final long LARGEST_DEBT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long intervalNanos;
  private final LongSupplier nanoClock;
  private long nextNanos;

  /**
   * @param perSecond 1 to 1,000,000
   * @param nanoClock as {@link System#nanoTime}
   */
  Pace(int perSecond, LongSupplier nanoClock) {
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.nanoClock = nanoClock;
    this.nextNanos = nanoClock.getAsLong();
  }

  /** How long to wait before the next event; zero if it is due. Each call is for another event. */
  Duration next() {
    long now = nanoClock.getAsLong();
    nextNanos = Math.max(nextNanos, now - LARGEST_DEBT_NANOS);
    long wait = nextNanos - now;
    nextNanos += intervalNanos;
    return Duration.ofNanos(Math.max(0, wait));
  }
}
