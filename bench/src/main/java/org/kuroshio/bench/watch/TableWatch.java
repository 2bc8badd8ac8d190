package org.kuroshio.bench.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kuroshio.bench.cell.CellTable;

/** Follows a topic of cells until the table is what it must be. One thread. */
public final class TableWatch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final CellReader reader;
  private final CellTable expected;
  private final CellTable table = new CellTable();
  private int wrong;

  public TableWatch(String bootstrapServers, String topic, CellReader reader, CellTable expected) {
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
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.reader = reader;
    this.expected = expected;
    this.wrong = expected.size();
  }

  /**
   * Reads until every cell is right.
   *
   * @param goingOn asked between polls; the watch gives up when it says no
   * @return when the last cell came, of {@link System#nanoTime()}; empty if the time is over
   */
  public Optional<Long> untilRight(Duration atMost, BooleanSupplier goingOn) {
    long end = System.nanoTime() + atMost.toNanos();
    while (wrong > 0) {
      if (System.nanoTime() > end || !goingOn.getAsBoolean()) {
        return Optional.empty();
      }
      read(consumer.poll(POLL));
    }
    return Optional.of(System.nanoTime());
  }

  /**
   * Reads what is there by now, and no further.
   *
   * @return whether every cell is right then
   */
  public boolean isRightAtEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      read(consumer.poll(POLL));
    }
    return wrong == 0;
  }

  private void read(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      reader.read(record.key(), record.value(), this::put);
    }
  }

  private void put(String key, long amount) {
    long right = expected.get(key);
    long before = table.get(key);
    if (before == right && amount != right) {
      wrong++;
    } else if (before != right && amount == right) {
      wrong--;
    }
    table.put(key, amount);
  }

  /** What was read so far. */
  public CellTable table() {
    return table;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
