package org.kuroshio.streams.region;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;

/** The published tables as they stand in Kafka. Each read has its own consumer, of no group. */
public final class TablesTopic implements PublishedTables {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long LAST_RECORDS = 100;

  private final Topics topics;
  private final Map<String, Object> client;

  /**
   * @param client bootstrap servers and security
   */
  public TablesTopic(Topics topics, Map<String, Object> client) {
    this.topics = topics;
    this.client = new HashMap<>(client);
    this.client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    this.client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
  }

  @Override
  public Snapshot read() {
    TopicPartition tables = new TopicPartition(topics.indicators().name(), 0);
    Map<String, IndicatorValue> values = new HashMap<>();
    long[] sequence = {0};
    try (Consumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(
            client, new StringDeserializer(), topics.indicators().values().deserializer())) {
      consumer.assign(List.of(tables));
      consumer.seekToBeginning(List.of(tables));
      toTheEnd(
          consumer,
          tables,
          record -> {
            if (record.value() == null) {
              values.remove(record.key());
            } else if (record.value() instanceof Cut cut) {
              sequence[0] = cut.getSequence();
            } else {
              values.put(record.key(), (IndicatorValue) record.value());
            }
          });
    }
    return new Snapshot(List.copyOf(values.values()), sequence[0], sumsThrough());
  }

  /**
   * The offset after the last committed base sum; what follows it in the log are only marks of
   * transactions.
   */
  private long sumsThrough() {
    TopicPartition sums = new TopicPartition(topics.baseSums().name(), 0);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(sums));
      long end = consumer.endOffsets(List.of(sums)).get(sums);
      long window = LAST_RECORDS;
      while (true) {
        long[] last = {0};
        consumer.seek(sums, Math.max(0, end - window));
        toTheEnd(consumer, sums, record -> last[0] = record.offset() + 1);
        if (last[0] > 0 || window >= end) {
          return last[0];
        }
        window *= 10;
      }
    }
  }

  private static <K, V> void toTheEnd(
      Consumer<K, V> consumer,
      TopicPartition partition,
      java.util.function.Consumer<ConsumerRecord<K, V>> each) {
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(each);
    }
  }
}
