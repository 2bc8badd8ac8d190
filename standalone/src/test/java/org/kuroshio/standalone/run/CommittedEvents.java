package org.kuroshio.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;

/** What a committed reader sees of a cluster. */
final class CommittedEvents {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Topics topics;

  CommittedEvents(Cluster cluster, Topics topics) {
    this.cluster = cluster;
    this.topics = topics;
  }

  /** How often each event of the stream of ventures stands there, by a digest of all of it. */
  Map<String, Integer> ventures() {
    Map<String, Integer> counts = new HashMap<>();
    read(
        topics.ventures(),
        new ByteArrayDeserializer(),
        record -> counts.merge(digest(record), 1, Integer::sum));
    return counts;
  }

  /** Behind the last record of all partitions, transactions' marks included. */
  long ventureOffsets() {
    try (KafkaConsumer<String, byte[]> consumer = consumer(new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions(topics.ventures())).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  /** The values of a cell that were published one after the other. */
  List<BigDecimal> history(String cell) {
    List<BigDecimal> values = new ArrayList<>();
    Topic<SpecificRecord> history = topics.indicatorHistory();
    read(
        history,
        history.values().deserializer(),
        record -> {
          if (cell.equals(record.key()) && record.value() instanceof IndicatorValue value) {
            values.add(
                Optional.ofNullable(value.getValue()).map(BigDecimal::new).orElse(BigDecimal.ZERO));
          }
        });
    return values;
  }

  /** Waits until the last value of a cell is the one that a process is to bring about. */
  void awaitLast(String cell, long value, ChildRun running, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              assertThat(running.isAlive()).as(running.lastLines()).isTrue();
              List<BigDecimal> values = history(cell);
              assertThat(values).as(running.lastLines()).isNotEmpty();
              assertThat(values.get(values.size() - 1))
                  .isEqualByComparingTo(BigDecimal.valueOf(value));
            });
  }

  private interface Records<V> {
    void take(ConsumerRecord<String, V> record);
  }

  private <V> void read(Topic<?> topic, Deserializer<V> values, Records<V> records) {
    try (KafkaConsumer<String, V> consumer = consumer(values)) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(records::take);
      }
    }
  }

  private <V> KafkaConsumer<String, V> consumer(Deserializer<V> values) {
    return new KafkaConsumer<>(
        cluster.settings(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                20_000)),
        new StringDeserializer(),
        values);
  }

  private static List<TopicPartition> partitions(Topic<?> topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < topic.partitions(); i++) {
      partitions.add(new TopicPartition(topic.name(), i));
    }
    return partitions;
  }

  private static String digest(ConsumerRecord<String, byte[]> record) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(record.key().getBytes(StandardCharsets.UTF_8));
      if (record.value() != null) {
        sha.update(record.value());
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
