package org.kuroshio.bench.peer;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What nobody can be faster than on this machine: one thread that polls every event and decodes the
 * needed fields; or (variant `copy`) one that polls and writes the bytes to another topic.
 */
public final class Limit {
  public static final String DONE = "done";
  public static final String COPY = "copy";

  private static final int AT_ONCE = 5_000;

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

  private static void pollAll(Job job, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (EventLog log = new EventLog(job, AT_ONCE)) {
      while (log.hasMore()) {
        log.next().forEach(each);
      }
    }
  }
}
