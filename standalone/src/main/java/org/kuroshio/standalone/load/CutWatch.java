package org.kuroshio.standalone.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.topic.Topic;

/**
 * The cuts that are committed from now on. The pipeline publishes one at each start, so the first
 * one tells how far the tables were. One thread.
 */
final class CutWatch implements AutoCloseable {
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private Optional<Cut> last = Optional.empty();

  private CutWatch(KafkaConsumer<String, SpecificRecord> consumer) {
    this.consumer = consumer;
  }

  /** Call it before the pipeline starts. */
  static CutWatch start(String bootstrapServers, Topic<SpecificRecord> tables) {
    KafkaConsumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, ""),
            new StringDeserializer(),
            tables.values().deserializer());
    List<TopicPartition> all = List.of(new TopicPartition(tables.name(), 0));
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    return new CutWatch(consumer);
  }

  /** Waits for news at most that long; the newest cut, if there was any. */
  Optional<Cut> newest(Duration atMost) {
    for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(atMost)) {
      if (record.value() instanceof Cut cut) {
        last = Optional.of(cut);
      }
    }
    return last;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
