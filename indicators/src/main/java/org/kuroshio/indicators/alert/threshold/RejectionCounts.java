package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kuroshio.schemas.table.Rejection;

/** Rejected records by source and minute, as far back as rules look. One thread. */
public final class RejectionCounts {
  private static final long MINUTE = 60;

  private final long keptMinutes;
  private final Map<String, TreeMap<Long, Long>> bySource = new TreeMap<>();

  /**
   * @param longest the longest time that a rule looks back
   */
  public RejectionCounts(Duration longest) {
    this.keptMinutes = longest.toMinutes() + 1;
  }

  public void apply(Rejection rejection) {
    long minute = rejection.getAt().getEpochSecond() / MINUTE;
    TreeMap<Long, Long> minutes =
        bySource.computeIfAbsent(rejection.getSource(), s -> new TreeMap<>());
    minutes.merge(minute, 1L, Long::sum);
    minutes.headMap(minutes.lastKey() - keptMinutes).clear();
  }

  Set<String> sources() {
    return bySource.keySet();
  }

  /** To the minute. */
  long within(String source, Duration time, Instant now) {
    long from = now.minus(time).getEpochSecond() / MINUTE;
    return bySource.getOrDefault(source, new TreeMap<>()).tailMap(from, false).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
