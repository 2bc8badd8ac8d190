package org.kuroshio.standalone.publish;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.schemas.entity.KeyedEvent;
import org.kuroshio.schemas.frame.FrameSerializer;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;

/**
 * Sends events: each once, in the order of the calls for each entity, to the partition of its key,
 * at the time when its fact was published. Not in a transaction, as whoever asks whether everything
 * is in the tables compares with the end of a topic, where a transaction leaves a mark that is no
 * event. Safe for many threads.
 */
public final class EventPublisher implements AutoCloseable {
  private final Topics topics;
  private final KafkaProducer<String, SpecificRecord> producer;

  public EventPublisher(String bootstrapServers, Topics topics, SchemaIds ids) {
    this.topics = topics;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                Topic.COMPRESSION,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""),
            new StringSerializer(),
            new FrameSerializer<>(ids));
  }

  /**
   * Returns at once, unless Kafka takes no more at the moment.
   *
   * @param publishedAt the Kafka record's time; before 1970 Kafka takes it for 1970
   * @return completes on a thread of the producer, which must not be blocked, when the broker has
   *     the event
   */
  public CompletableFuture<RecordMetadata> publish(KeyedEvent event, Instant publishedAt) {
    CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
    ProducerRecord<String, SpecificRecord> record =
        new ProducerRecord<>(
            event.stream().topic(topics).name(),
            null,
            Math.max(0, publishedAt.toEpochMilli()),
            event.key(),
            event.value().orElse(null));
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            acknowledged.complete(metadata);
          } else {
            acknowledged.completeExceptionally(failure);
          }
        });
    return acknowledged;
  }

  /** Waits until every event sent so far is acknowledged or has failed. */
  public void flush() {
    producer.flush();
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    producer.close();
  }
}
