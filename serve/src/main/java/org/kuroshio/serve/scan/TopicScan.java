package org.kuroshio.serve.scan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topic;

/** One reader of one topic, which has one partition. Belongs to one thread. */
public final class TopicScan<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Takes what is read. */
  public interface Records<V> {
    /**
     * @param value null where the key is dropped
     * @return false to read no further
     */
    boolean take(String key, V value);
  }

  /** Takes what is read, with its place. */
  public interface PlacedRecords<V> {
    /**
     * @param value null where the key is dropped
     * @return false to read no further
     */
    boolean take(long offset, String key, V value);
  }

  private final KafkaConsumer<String, V> consumer;
  private final TopicPartition partition;
  private final Pulse pulse;

  private TopicScan(KafkaConsumer<String, V> consumer, TopicPartition partition, Pulse pulse) {
    this.consumer = consumer;
    this.partition = partition;
    this.pulse = pulse;
  }

  /**
   * @param bootstrapServers of a cluster that asks for no login
   * @param pulse felt between two batches
   */
  public static <V> TopicScan<V> of(String bootstrapServers, Topic<V> topic, Pulse pulse) {
    return of(Cluster.open(bootstrapServers), topic, pulse);
  }

  /**
   * @param pulse felt between two batches
   */
  public static <V> TopicScan<V> of(Cluster cluster, Topic<V> topic, Pulse pulse) {
    return of(KafkaClient.of(cluster), topic, pulse);
  }

  /**
   * @param pulse felt between two batches
   */
  public static <V> TopicScan<V> of(KafkaClient client, Topic<V> topic, Pulse pulse) {
    Map<String, Object> settings = client.start();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
    KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), topic.values().deserializer());
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    consumer.assign(List.of(partition));
    return new TopicScan<>(consumer, partition, pulse);
  }

  /** Whether the topic was ever made. */
  public boolean exists() {
    return consumer.listTopics().containsKey(partition.topic());
  }

  /** The first record that there still is. */
  public long beginning() {
    return consumer.beginningOffsets(List.of(partition)).get(partition);
  }

  /** Behind the last committed record. */
  public long end() {
    return consumer.endOffsets(List.of(partition)).get(partition);
  }

  /** Everything from an offset to the end that the topic has now, or until the taker has enough. */
  public void read(long from, Records<V> records) {
    read(from, (offset, key, value) -> records.take(key, value));
  }

  /** As {@link #read(long, Records)}. */
  public void read(long from, PlacedRecords<V> records) {
    long end = end();
    consumer.seek(partition, from);
    boolean more = true;
    while (more && consumer.position(partition) < end) {
      pulse.check();
      for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
        if (!records.take(record.offset(), record.key(), record.value())) {
          more = false;
          break;
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
