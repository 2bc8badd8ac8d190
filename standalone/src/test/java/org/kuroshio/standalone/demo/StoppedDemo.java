package org.kuroshio.standalone.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.FrameDeserializer;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.table.TablesReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/** What a demo has left in its directory. */
final class StoppedDemo implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final BundledIds ids = new BundledIds();
  private final Topics topics = Topics.of(ids);
  private final DataDirectory directory;
  private final EmbeddedBroker broker;

  StoppedDemo(Path data) {
    directory = DataDirectory.openExisting(data, "test");
    broker = EmbeddedBroker.start(directory, 0, failure -> {});
  }

  IndicatorTable tables() {
    return new TablesReader(broker.bootstrapServers(), Pulse.STEADY).latest();
  }

  /** Every transition of every alert, in order. */
  List<Alert> alertHistory() {
    List<Alert> history = new ArrayList<>();
    try (TopicScan<Alert> scan =
        TopicScan.of(broker.bootstrapServers(), topics.alertHistory(), Pulse.STEADY)) {
      scan.read(
          0,
          (key, alert) -> {
            history.add(alert);
            return true;
          });
    }
    return history;
  }

  /** Every event of every stream, as often as it stands there. */
  List<SpecificRecord> events() {
    List<SpecificRecord> events = new ArrayList<>();
    for (EventStream stream : EventStream.values()) {
      read(stream, events);
    }
    return events;
  }

  private void read(EventStream stream, List<SpecificRecord> events) {
    var topic = stream.topic(topics);
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    try (KafkaConsumer<String, SpecificRecord> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringDeserializer(),
            new FrameDeserializer<>(ids, List.of(stream.envelopeType())))) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(record -> events.add(record.value()));
      }
    }
  }

  @Override
  public void close() {
    try (directory) {
      broker.close();
    }
  }
}
