package org.kuroshio.streams;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.topic.Topic;

/**
 * What a compacted topic of one partition holds: the last committed value of each key. Each read
 * has its own consumer, of no group.
 */
public final class TopicSnapshot<V> {
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * A killed process leaves a transaction open until the broker ends it; what others committed
   * behind it is not to be seen before.
   */
  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(6);

  private final Topic<V> topic;
  private final Map<String, Object> client;
  private final Clock clock;

  /**
   * @param client bootstrap servers and security
   * @param clock tells how long an open transaction is waited for
   */
  public TopicSnapshot(Topic<V> topic, Map<String, Object> client, Clock clock) {
    this.topic = topic;
    this.client = new HashMap<>(client);
    this.client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.clock = clock;
  }

  /** Blocks until everything is read that was written before the call and is committed. */
  public Map<String, V> read() {
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    Map<String, V> values = new HashMap<>();
    long written = written(partition);
    try (Consumer<String, V> consumer = consumer("read_committed")) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long patience = clock.millis() + LONGEST_TRANSACTION.toMillis();
      while (consumer.position(partition) < written
          && (consumer.position(partition) < committed(consumer, partition)
              || clock.millis() < patience)) {
        for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
          if (record.value() == null) {
            values.remove(record.key());
          } else {
            values.put(record.key(), record.value());
          }
        }
      }
    }
    return values;
  }

  private long written(TopicPartition partition) {
    try (Consumer<String, V> consumer = consumer("read_uncommitted")) {
      return consumer.endOffsets(List.of(partition)).get(partition);
    }
  }

  private static long committed(Consumer<?, ?> consumer, TopicPartition partition) {
    return consumer.endOffsets(List.of(partition)).get(partition);
  }

  private Consumer<String, V> consumer(String isolation) {
    Map<String, Object> all = new HashMap<>(client);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    return new KafkaConsumer<>(all, new StringDeserializer(), topic.values().deserializer());
  }
}
