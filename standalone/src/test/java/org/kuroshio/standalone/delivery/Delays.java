package org.kuroshio.standalone.delivery;

import java.util.List;
import java.util.Map;

/**
 * Times between two moments, in milliseconds.
 *
 * @param sorted the shortest first
 */
record Delays(List<Long> sorted) {
  /**
   * @param from nanoseconds by id
   * @param until nanoseconds by the same ids
   */
  static Delays between(Map<String, Long> from, Map<String, Long> until) {
    return new Delays(
        from.entrySet().stream()
            .map(e -> (until.get(e.getKey()) - e.getValue()) / 1_000_000)
            .sorted()
            .toList());
  }

  /** The nearest-rank percentile. */
  long millis(int percent) {
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  @Override
  public String toString() {
    return "p50 %d ms, p90 %d ms, p99 %d ms, max %d ms of %d"
        .formatted(millis(50), millis(90), millis(99), millis(100), sorted.size());
  }
}
