package org.kuroshio.ingest.progress;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts by a word. Safe for many threads. */
final class ReasonCounts {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String reason) {
    counts.computeIfAbsent(reason, r -> new LongAdder()).increment();
  }

  Map<String, Long> now() {
    Map<String, Long> now = new TreeMap<>();
    counts.forEach((reason, count) -> now.put(reason, count.sum()));
    return now;
  }
}
