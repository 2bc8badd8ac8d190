package org.kuroshio.standalone.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.standalone.failure.Failure;

/** What the workers of a group were last told to run, as Connect keeps it. */
final class ConnectorsTopic {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final String CONNECTOR = "connector-";

  private ConnectorsTopic() {}

  /**
   * Settings by the connector's name.
   *
   * @param topic that exists
   */
  static Map<String, Map<String, String>> read(Cluster cluster, String topic) {
    Map<String, Map<String, String>> connectors = new TreeMap<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            cluster.settings(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record, connectors);
        }
      }
    }
    return connectors;
  }

  private static void take(
      ConsumerRecord<String, byte[]> record, Map<String, Map<String, String>> connectors) {
    if (record.key() == null || !record.key().startsWith(CONNECTOR)) {
      return;
    }
    String name = record.key().substring(CONNECTOR.length());
    if (record.value() == null) {
      connectors.remove(name);
      return;
    }
    try {
      JsonNode properties = new ObjectMapper().readTree(record.value()).path("properties");
      Map<String, String> settings = new TreeMap<>();
      properties
          .fields()
          .forEachRemaining(field -> settings.put(field.getKey(), field.getValue().asText()));
      connectors.put(name, settings);
    } catch (IOException e) {
      throw new Failure("the connector " + name + " in " + record.topic() + " is no JSON", e);
    }
  }
}
