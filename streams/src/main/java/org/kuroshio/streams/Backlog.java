package org.kuroshio.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;

/**
 * How many events wait in the broker, as the consumers of a Streams client know it. Whoever has
 * much to catch up with is not waiting for one event. Safe for many threads; may be seconds old.
 */
public final class Backlog {
  private static final String LAG = "records-lag";
  private static final long KNOWN_FOR_NANOS = 1_000_000_000L;

  private final Map<TopicPartition, Metric> lags = new ConcurrentHashMap<>();
  private volatile Supplier<Map<MetricName, ? extends Metric>> metrics = Map::of;
  private volatile long askedAt;

  /**
   * @param all the client's metrics, those of its consumers among them
   */
  public void of(Supplier<Map<MetricName, ? extends Metric>> all) {
    metrics = all;
    askedAt = System.nanoTime() - 2 * KNOWN_FOR_NANOS;
  }

  /** Events behind the last one that was fetched; 0 where that is not known. */
  public long events(String topic, int partition) {
    if (System.nanoTime() - askedAt > KNOWN_FOR_NANOS) {
      askedAt = System.nanoTime();
      find();
    }
    // consumers write dots in the tags of their metrics as underscores
    Metric lag = lags.get(new TopicPartition(tag(topic), partition));
    return lag != null && lag.metricValue() instanceof Double events && events > 0
        ? events.longValue()
        : 0;
  }

  private void find() {
    Map<TopicPartition, Metric> found = new HashMap<>();
    metrics
        .get()
        .forEach(
            (name, metric) -> {
              Map<String, String> tags = name.tags();
              if (name.name().equals(LAG) && !tags.get("client-id").endsWith("restore-consumer")) {
                int partition = Integer.parseInt(tags.get("partition"));
                found.put(new TopicPartition(tag(tags.get("topic")), partition), metric);
              }
            });
    lags.keySet().retainAll(found.keySet());
    lags.putAll(found);
  }

  private static String tag(String topic) {
    return topic.replace('.', '_');
  }
}
