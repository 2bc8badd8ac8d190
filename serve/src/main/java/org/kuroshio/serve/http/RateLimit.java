package org.kuroshio.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each caller may ask: so many a second, and so many at once after a pause. Safe for many
 * threads.
 */
final class RateLimit {
  /** Whoever has not asked for longest is forgotten, which only makes it free again. */
  private static final int MOST_CALLERS = 10_000;

  private record Left(double requests, long atNanos) {}

  private final int perSecond;
  private final int burst;
  private final LongSupplier nanos;
  private final Map<String, Left> callers =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
          return size() > MOST_CALLERS;
        }
      };

  RateLimit(int perSecond, int burst, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanos = nanos;
  }

  synchronized boolean allows(String caller) {
    long now = nanos.getAsLong();
    Left left = callers.getOrDefault(caller, new Left(burst, now));
    double passed = (now - left.atNanos()) / (double) TimeUnit.SECONDS.toNanos(1);
    double requests = Math.min(burst, left.requests() + passed * perSecond);
    boolean allowed = requests >= 1;
    callers.put(caller, new Left(allowed ? requests - 1 : requests, now));
    return allowed;
  }
}
