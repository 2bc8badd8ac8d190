package org.kuroshio.bench.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.topic.Topic;

/** Follows Kuroshio's tables from now on and hands over each cut when a reader can see it. */
public final class CutWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(5);

  private final KafkaConsumer<String, SpecificRecord> consumer;

  public CutWatch(String bootstrapServers, Topic<SpecificRecord> tables) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                20_000,
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            tables.values().deserializer());
    TopicPartition only = new TopicPartition(tables.name(), 0);
    consumer.assign(List.of(only));
    consumer.seekToEnd(List.of(only));
    consumer.position(only);
  }

  /** Waits a few milliseconds at most for more. */
  public void poll(Consumer<Cut> each) {
    for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
      if (record.value() instanceof Cut cut) {
        each.accept(cut);
      }
    }
  }

  /** The next cut; empty if none comes in time. */
  public Optional<Cut> next(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    Cut[] found = new Cut[1];
    while (found[0] == null && System.nanoTime() < end) {
      poll(cut -> found[0] = cut);
    }
    return Optional.ofNullable(found[0]);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
