package org.kuroshio.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Every event that is there at the start, once, for systems that poll by themselves. */
public final class EventLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  /**
   * @param atOnce the most events of one {@link #next}
   */
  public EventLog(Job job, int atOnce) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                job.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "max.poll.records",
                atOnce,
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        job.eventTopics().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    ends = consumer.endOffsets(partitions);
  }

  public boolean hasMore() {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /** Some events, or none yet. */
  public ConsumerRecords<byte[], byte[]> next() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (!records.isEmpty()) {
      FirstFetch.tell();
    }
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
