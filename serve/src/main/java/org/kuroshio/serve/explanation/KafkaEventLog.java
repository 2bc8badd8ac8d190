package org.kuroshio.serve.explanation;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.serve.scan.Pulse;

/**
 * The event topics of a cluster, read with a consumer of no group. Safe for many threads; one reads
 * at a time.
 */
public final class KafkaEventLog implements EventLog, AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Reading over so many events takes less time than asking for another place. */
  private static final long WORTH_A_JUMP = 2_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Pulse pulse;

  /**
   * @param client bootstrap servers, security
   */
  public KafkaEventLog(Map<String, Object> client, Pulse pulse) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    // a fetch that was sent ahead at the end of one partition would hold up the next one for so
    // long
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 0);
    settings.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.pulse = pulse;
  }

  @Override
  public synchronized void read(Source source, long from, long to, Taker taker) {
    if (from >= to) {
      return;
    }
    TopicPartition partition = turnTo(source, from);
    requireEnd(partition, to);
    // marks of transactions take offsets too, so the end may lie behind the last event
    while (consumer.position(partition) < to) {
      pulse.check();
      for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL).records(partition)) {
        if (event.offset() < to) {
          taker.event(event.key(), event.value(), event.offset());
        }
      }
    }
  }

  @Override
  public synchronized Map<Position, byte[]> fetch(Collection<Position> wanted) {
    Map<Source, TreeSet<Long>> bySource = new HashMap<>();
    for (Position position : wanted) {
      bySource.computeIfAbsent(position.source(), s -> new TreeSet<>()).add(position.offset());
    }
    Map<Position, byte[]> found = new HashMap<>();
    bySource.forEach((source, offsets) -> fetch(source, offsets, found));
    return found;
  }

  private void fetch(Source source, TreeSet<Long> offsets, Map<Position, byte[]> found) {
    while (!offsets.isEmpty()) {
      TopicPartition partition = turnTo(source, offsets.first());
      boolean near = true;
      while (near && !offsets.isEmpty()) {
        pulse.check();
        for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL).records(partition)) {
          if (offsets.remove(event.offset()) && event.value() != null) {
            found.put(new Position(source, event.offset()), event.value());
          }
        }
        long next = consumer.position(partition);
        // what was passed over is not there any more
        offsets.headSet(next, false).clear();
        near = !offsets.isEmpty() && offsets.first() - next < WORTH_A_JUMP;
      }
    }
  }

  private void requireEnd(TopicPartition partition, long to) {
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    if (end < to) {
      throw new IllegalStateException(
          "%s ends at offset %d, and the tables were computed from its events up to %d: the log has lost events"
              .formatted(partition, end, to));
    }
  }

  private TopicPartition turnTo(Source source, long offset) {
    TopicPartition partition = new TopicPartition(source.topic(), source.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, offset);
    return partition;
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
