package org.kuroshio.warehouse.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.topic.Topic;

/**
 * The tables' topic, as its committed readers see it. Each question has a consumer of its own, of
 * no group; what can't be read is passed over.
 */
public final class TablesTopic {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long FIRST_WINDOW = 200;

  private final Cluster cluster;
  private final Topic<SpecificRecord> topic;
  private final TopicPartition partition;

  public TablesTopic(Cluster cluster, Topic<SpecificRecord> topic) {
    this.cluster = cluster;
    this.topic = topic;
    this.partition = new TopicPartition(topic.name(), 0);
  }

  /** The record that ends a cut, and where it stands. */
  public record LastCut(Cut cut, long offset) {}

  /** Takes records one by one; null for a tombstone. */
  public interface Each {
    void take(String key, SpecificRecord value);
  }

  TopicPartition partition() {
    return partition;
  }

  /** The newest cut; empty before the first. */
  public Optional<LastCut> lastCut() {
    try (Consumer<String, SpecificRecord> consumer = consumer()) {
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      for (long window = FIRST_WINDOW; ; window *= 10) {
        LastCut[] found = {null};
        consumer.seek(partition, Math.max(0, end - window));
        read(
            consumer,
            end,
            record -> {
              if (record.value() instanceof Cut cut) {
                found[0] = new LastCut(cut, record.offset());
              }
            });
        if (found[0] != null || window >= end) {
          return Optional.ofNullable(found[0]);
        }
      }
    }
  }

  /**
   * Reads from the beginning.
   *
   * @param through the last offset that counts
   */
  public void read(long through, Each each) {
    try (Consumer<String, SpecificRecord> consumer = consumer()) {
      consumer.seekToBeginning(List.of(partition));
      read(
          consumer,
          through + 1,
          record -> {
            if (record.offset() <= through) {
              each.take(record.key(), record.value());
            }
          });
    }
  }

  private void read(
      Consumer<String, SpecificRecord> consumer,
      long end,
      java.util.function.Consumer<ConsumerRecord<String, SpecificRecord>> each) {
    while (consumer.position(partition) < end) {
      try {
        consumer.poll(POLL).forEach(each);
      } catch (RecordDeserializationException e) {
        consumer.seek(partition, e.offset() + 1);
      }
    }
  }

  private Consumer<String, SpecificRecord> consumer() {
    Map<String, Object> settings =
        cluster.settings(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                20_000));
    Consumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), topic.values().deserializer());
    consumer.assign(List.of(partition));
    return consumer;
  }
}
