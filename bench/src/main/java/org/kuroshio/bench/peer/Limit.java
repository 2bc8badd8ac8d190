package org.kuroshio.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What nobody can be faster than on this machine: one thread that polls every event and decodes the
 * needed fields; or (variant `copy`) one that polls and writes the bytes to another topic.
 */
public final class Limit {
  public static final String DONE = "done";
  public static final String COPY = "copy";

  private Limit() {}

  public static void main(String[] args) {
    Job job = Job.of(args);
    if (job.variant().equals(COPY)) {
      copy(job);
    } else {
      EventDecoder decoder = new EventDecoder(job.input());
      pollAll(job, record -> decoder.decode(record.topic(), record.value()));
    }
    System.out.println(DONE);
  }

  private static void copy(Job job) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            job.bootstrapServers(),
            "compression.type",
            "lz4",
            "linger.ms",
            20,
            "batch.size",
            256 << 10);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      pollAll(
          job,
          record ->
              producer.send(new ProducerRecord<>(job.cellsTopic(), record.key(), record.value())));
      producer.flush();
    }
  }

  private static void pollAll(
      Job job, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            job.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "max.poll.records",
            5000,
            "enable.auto.commit",
            false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          job.eventTopics().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
        if (!records.isEmpty()) {
          FirstFetch.tell();
        }
        records.forEach(each);
      }
    }
  }
}
