package org.kuroshio.serve.follow;

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
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.serve.scan.KafkaClient;

/** Folds the tables' topic as it grows. Belongs to one thread. */
public final class TableFollower implements AutoCloseable {
  private final KafkaConsumer<String, SpecificRecord> consumer;
  private final TopicPartition partition;
  private final long endAtStart;
  private final IndicatorTable table = new IndicatorTable();

  private TableFollower(KafkaConsumer<String, SpecificRecord> consumer, TopicPartition partition) {
    this.consumer = consumer;
    this.partition = partition;
    this.endAtStart = consumer.endOffsets(List.of(partition)).get(partition);
  }

  /** Every cell that there is, then what changes. */
  public static TableFollower ofWhole(String bootstrapServers, Topic<SpecificRecord> tables) {
    return ofWhole(KafkaClient.of(Cluster.open(bootstrapServers)), tables);
  }

  /** As {@link #ofWhole(String, Topic)}, on brokers that ask for more than an address. */
  public static TableFollower ofWhole(KafkaClient client, Topic<SpecificRecord> tables) {
    TableFollower follower = follower(client, tables);
    follower.consumer.seekToBeginning(List.of(follower.partition));
    return follower;
  }

  /**
   * Only the cells and cuts that are committed from now on. A pipeline publishes a cut at each
   * start, so whoever calls this before it starts learns how far the tables are.
   */
  public static TableFollower fromNow(String bootstrapServers, Topic<SpecificRecord> tables) {
    TableFollower follower = follower(KafkaClient.of(Cluster.open(bootstrapServers)), tables);
    follower.consumer.seek(follower.partition, follower.endAtStart);
    return follower;
  }

  /** Wants to know what each cut changed. */
  public interface Cuts {
    /**
     * @param cells by key, as {@link IndicatorTable#apply(Cut)} tells
     */
    void came(Cut cut, Map<String, IndicatorValue> cells);
  }

  /** Waits for news, at most that long; true if there was a new cut. */
  public boolean poll(Duration atMost) {
    return poll(atMost, (cut, cells) -> {});
  }

  /** As {@link #poll(Duration)}, telling of each cut when the table has it. */
  public boolean poll(Duration atMost, Cuts cuts) {
    boolean cutCame = false;
    for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(atMost)) {
      if (record.value() instanceof Cut cut) {
        cuts.came(cut, table.apply(cut));
        cutCame = true;
      } else {
        table.apply(record.key(), (IndicatorValue) record.value());
      }
    }
    return cutCame;
  }

  /** Whether everything was read that was committed when this was made. */
  public boolean isCaughtUp() {
    return consumer.position(partition) >= endAtStart;
  }

  /** As of the last cut; changed by {@link #poll}. */
  public IndicatorTable table() {
    return table;
  }

  /** Whether every event below these offsets is in the tables. */
  public boolean holds(Map<TopicPartition, Long> offsets) {
    Optional<Cut> cut = table.cut();
    return cut.isPresent()
        && offsets.entrySet().stream()
            .allMatch(end -> through(cut.get(), end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static long through(Cut cut, TopicPartition partition) {
    return cut.getOffsets().stream()
        .filter(
            offset ->
                offset.getPartition() == partition.partition()
                    && offset.getTopic().equals(partition.topic()))
        .mapToLong(offset -> offset.getOffset())
        .findFirst()
        .orElse(0);
  }

  private static TableFollower follower(KafkaClient client, Topic<SpecificRecord> tables) {
    Map<String, Object> settings = client.start();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
    KafkaConsumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), tables.values().deserializer());
    TopicPartition partition = new TopicPartition(tables.name(), 0);
    consumer.assign(List.of(partition));
    client.watch().made(consumer);
    return new TableFollower(consumer, partition);
  }
}
