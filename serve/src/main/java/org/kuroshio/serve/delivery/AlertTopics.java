package org.kuroshio.serve.delivery;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.topic.Topics;

/**
 * Where channels read alerts.
 *
 * @param groupPrefix put in front of the channels' consumer groups; may be empty
 */
record AlertTopics(Topics topics, Cluster cluster, String groupPrefix) {
  String history() {
    return topics.alertHistory().name();
  }

  TopicPartition historyPartition() {
    return new TopicPartition(history(), 0);
  }

  TopicPartition alertsPartition() {
    return new TopicPartition(topics.alerts().name(), 0);
  }

  /**
   * A committed reader of one channel. A channel that is new begins at the end: what happened
   * before it was made is no news.
   */
  KafkaConsumer<String, Alert> consumer(String channel) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, Delivery.group(groupPrefix, channel));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    return new KafkaConsumer<>(
        cluster.settings(settings),
        new StringDeserializer(),
        topics.alertHistory().values().deserializer());
  }
}
