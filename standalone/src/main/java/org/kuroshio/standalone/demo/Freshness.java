package org.kuroshio.standalone.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.kuroshio.serve.follow.TableFollower;
import org.kuroshio.standalone.simulation.SentEvent;

/**
 * How long it takes from the broker's receipt of an event to a committed table that holds it,
 * measured on one event after the other. One thread.
 */
final class Freshness {
  private SentEvent awaited;
  private Duration last;

  /**
   * Call it at each new cut.
   *
   * @param newest the event acknowledged last
   * @param nowNanos by {@link System#nanoTime}
   */
  void look(TableFollower tables, Optional<SentEvent> newest, long nowNanos) {
    if (awaited != null && tables.holds(end(awaited))) {
      last = Duration.ofNanos(nowNanos - awaited.atNanos());
      awaited = null;
    }
    if (awaited == null) {
      awaited = newest.orElse(null);
    }
  }

  /** Empty before the first measurement. */
  Optional<Duration> last() {
    return Optional.ofNullable(last);
  }

  private static Map<TopicPartition, Long> end(SentEvent event) {
    return Map.of(new TopicPartition(event.topic(), event.partition()), event.offset() + 1);
  }
}
