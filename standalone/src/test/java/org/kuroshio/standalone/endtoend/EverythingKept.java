package org.kuroshio.standalone.endtoend;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/** Every place where a load may have left something, as text that can be searched. */
final class EverythingKept {
  private final Map<String, StringBuilder> places = new TreeMap<>();

  /** Names of the places that hold the text. */
  List<String> placesOf(String text) {
    return places.entrySet().stream()
        .filter(place -> place.getValue().indexOf(text) >= 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  List<String> names() {
    return List.copyOf(places.keySet());
  }

  void add(String place, String text) {
    places.computeIfAbsent(place, p -> new StringBuilder()).append(text).append('\n');
  }

  void addMeters(SimpleMeterRegistry registry) {
    registry.getMeters().forEach(meter -> add("meters", meter.getId().toString()));
  }

  /**
   * All topics with keys, values and headers, internal ones too, and all files but the log itself.
   */
  void addDirectory(Path data) throws IOException {
    try (DataDirectory directory = DataDirectory.openExisting(data, "test");
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, failure -> {})) {
      addTopics(broker.bootstrapServers());
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(data.resolve("broker"))) {
          add(data.relativize(file).toString(), text(Files.readAllBytes(file)));
        }
      }
    }
  }

  private void addTopics(String bootstrapServers) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "exclude.internal.topics", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, infos) ->
                  infos.forEach(
                      info -> partitions.add(new TopicPartition(topic, info.partition()))));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(this::add);
      }
    }
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    add("topic " + record.topic(), text(record.key()) + text(record.value()));
    record.headers().forEach(header -> add("topic " + record.topic(), text(header.value())));
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
