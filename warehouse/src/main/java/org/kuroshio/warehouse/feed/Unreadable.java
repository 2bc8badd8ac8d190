package org.kuroshio.warehouse.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;
import org.kuroshio.schemas.topic.Topic;

/**
 * Says in {@code innovation.rejected} what a sink could not read: Connect puts such records into a
 * topic of its own, in its own form. A record may be said twice, under one key. Safe for many
 * threads.
 */
public final class Unreadable implements AutoCloseable {
  private static final String GROUP = "kuroshio-warehouse-unreadable";
  private static final String CONNECT = "__connect.errors.";
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<Rejection> rejected;
  private final InstantSource clock;
  private final Consumer<byte[], byte[]> consumer;
  private final Producer<String, Rejection> producer;
  private boolean closed;

  /**
   * @param topic where Connect puts them; it exists
   */
  public Unreadable(Cluster cluster, String topic, Topic<Rejection> rejected, InstantSource clock) {
    this.rejected = rejected;
    this.clock = clock;
    this.consumer =
        new KafkaConsumer<>(
            cluster.settings(
                Map.of(
                    ConsumerConfig.GROUP_ID_CONFIG,
                    GROUP,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(
            cluster.settings(
                Map.of(
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    Topic.COMPRESSION,
                    ProducerConfig.ACKS_CONFIG,
                    "all")),
            new StringSerializer(),
            rejected.values().serializer());
    consumer.subscribe(List.of(topic));
  }

  /**
   * Waits a moment for records.
   *
   * @throws KafkaException if they can't be passed on; they come again
   */
  public synchronized void pass() {
    if (closed) {
      return;
    }
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    List<Future<RecordMetadata>> sent =
        records.partitions().stream()
            .flatMap(partition -> records.records(partition).stream())
            .map(this::rejection)
            .map(one -> producer.send(new ProducerRecord<>(rejected.name(), key(one), one)))
            .toList();
    for (Future<RecordMetadata> future : sent) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new KafkaException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new KafkaException("interrupted", e);
      }
    }
    consumer.commitSync();
  }

  /** Waits for what is being passed on. */
  @Override
  public synchronized void close() {
    closed = true;
    try (producer) {
      consumer.close();
    }
  }

  private Rejection rejection(ConsumerRecord<byte[], byte[]> record) {
    String message = header(record, "exception.message");
    return Rejection.newBuilder()
        .setSource("warehouse")
        .setUri(header(record, "topic"))
        .setPosition(
            "partition %s, offset %s"
                .formatted(header(record, "partition"), header(record, "offset")))
        .setSha256(sha256(record.value()))
        .setStage(RejectionStage.DECODE)
        .setReason(reason(message))
        .setDetail(message)
        .setAt(clock.instant())
        .build();
  }

  /** The word in front of the converter's message; that of others has none. */
  private static String reason(String message) {
    int colon = message.indexOf(':');
    String word = colon < 0 ? "" : message.substring(0, colon);
    return word.matches("[A-Z_]+") ? word.toLowerCase(Locale.ROOT).replace('_', '-') : "refused";
  }

  private static String key(Rejection rejection) {
    return String.join("|", rejection.getSource(), rejection.getUri(), rejection.getPosition());
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(CONNECT + name);
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(bytes == null ? new byte[0] : bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
