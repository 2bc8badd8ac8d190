package org.kuroshio.standalone.alert;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.topic.Topic;

/** Counts the alerts as they come and go. Belongs to one thread. */
public final class AlertFollower implements AutoCloseable {
  private final KafkaConsumer<String, Alert> consumer;
  private final Map<String, Alert> alerts = new HashMap<>();
  private final Map<String, Long> resolved = new TreeMap<>();

  public AlertFollower(String bootstrapServers, Topic<Alert> history) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""),
            new StringDeserializer(),
            history.values().deserializer());
    TopicPartition partition = new TopicPartition(history.name(), 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /** Takes what there is and waits for nothing. */
  public void poll() {
    for (ConsumerRecord<String, Alert> record : consumer.poll(Duration.ZERO)) {
      Alert alert = record.value();
      alerts.put(record.key(), alert);
      if (alert.getState() == AlertState.RESOLVED && alert.getFiredAt() != null) {
        resolved.merge(alert.getRule(), 1L, Long::sum);
      }
    }
  }

  /** How many alerts have fired and are not resolved, by rule. */
  public Map<String, Long> open() {
    Map<String, Long> open = new TreeMap<>();
    for (Alert alert : alerts.values()) {
      if (alert.getState() != AlertState.RESOLVED && alert.getState() != AlertState.PENDING) {
        open.merge(alert.getRule(), 1L, Long::sum);
      }
    }
    return open;
  }

  /** How often alerts that had fired were resolved, by rule. */
  public Map<String, Long> resolved() {
    return new TreeMap<>(resolved);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
