package org.kuroshio.standalone.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;

/** Sends repaired records, and says of each that it is. */
final class RepairSender {
  private final Cluster cluster;
  private final Topics topics;

  RepairSender(Cluster cluster, Topics topics) {
    this.cluster = cluster;
    this.topics = topics;
  }

  /**
   * Events first: should this process end in between, the records are repaired once more.
   *
   * @return for each partition of events, the offset behind the last one
   * @throws Failure if the broker refuses one
   */
  Map<TopicPartition, Long> send(List<Repair> repairs) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            cluster.settings(
                Map.of(
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    Topic.COMPRESSION)),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<RecordMetadata>> events = new ArrayList<>();
      for (Repair repair : repairs) {
        repair.messages().forEach(message -> events.add(producer.send(record(message))));
      }
      Map<TopicPartition, Long> ends = ends(events);
      String rejected = topics.rejected().name();
      ends(
          repairs.stream()
              .map(repair -> producer.send(new ProducerRecord<>(rejected, repair.key(), null)))
              .toList());
      return ends;
    }
  }

  private static ProducerRecord<String, byte[]> record(Message message) {
    return new ProducerRecord<>(
        message.topic(), null, message.timestampMillis(), message.key(), message.value());
  }

  private static Map<TopicPartition, Long> ends(List<Future<RecordMetadata>> sent) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      for (Future<RecordMetadata> one : sent) {
        RecordMetadata record = one.get();
        ends.merge(
            new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
      }
      return ends;
    } catch (ExecutionException e) {
      throw new Failure(
          "the broker did not take every repaired record: %s. Run the same command again"
              .formatted(e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while repaired records were sent", e);
    }
  }
}
