package org.kuroshio.bench.latency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.CutOffset;

/**
 * Events that were published and are not in a cut yet, and how long those took that are. Published
 * on one thread, seen on another.
 */
final class Delays {
  private record Sent(long offset, long atNanos) {}

  private final Map<TopicPartition, Deque<Sent>> waiting = new ConcurrentHashMap<>();
  private final Percentiles seen = new Percentiles();
  private final long countedFromNanos;

  /**
   * @param countedFromNanos what is sent before does not count, of {@link System#nanoTime()}
   */
  Delays(long countedFromNanos) {
    this.countedFromNanos = countedFromNanos;
  }

  void sent(String topic, int partition, long offset, long atNanos) {
    Deque<Sent> queue =
        waiting.computeIfAbsent(new TopicPartition(topic, partition), p -> new ArrayDeque<>());
    synchronized (queue) {
      queue.addLast(new Sent(offset, atNanos));
    }
  }

  /** A reader sees this cut now. */
  void visible(Cut cut, long nowNanos) {
    for (CutOffset reached : cut.getOffsets()) {
      Deque<Sent> queue =
          waiting.get(new TopicPartition(reached.getTopic(), reached.getPartition()));
      if (queue == null) {
        continue;
      }
      synchronized (queue) {
        while (!queue.isEmpty() && queue.peekFirst().offset < reached.getOffset()) {
          Sent event = queue.removeFirst();
          if (event.atNanos >= countedFromNanos) {
            seen.add((nowNanos - event.atNanos) / 1_000_000.0);
          }
        }
      }
    }
  }

  /** How many were sent and are not seen yet. */
  int unseen() {
    int unseen = 0;
    for (Deque<Sent> queue : waiting.values()) {
      synchronized (queue) {
        unseen += queue.size();
      }
    }
    return unseen;
  }

  /** Milliseconds from sending to seeing. */
  Percentiles seen() {
    return seen;
  }
}
