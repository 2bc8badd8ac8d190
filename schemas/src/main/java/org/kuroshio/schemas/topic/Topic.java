package org.kuroshio.schemas.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * One topic. Its key is a plain UTF-8 string, so that no partition ever depends on a schema id.
 *
 * @param valueTypes the record types that may occur in it
 * @param replicationFactor -1 for the broker's default
 */
public record Topic<V>(
    String name,
    int partitions,
    short replicationFactor,
    Cleanup cleanup,
    Retention retention,
    Serde<V> values,
    List<Class<? extends SpecificRecord>> valueTypes) {
  /** Producers use it too, so that the broker need not compress again. */
  public static final String COMPRESSION = "lz4";

  private static final long MEBIBYTE = 1024 * 1024;

  public Topic {
    valueTypes = List.copyOf(valueTypes);
  }

  public Serde<String> keys() {
    return Serdes.String();
  }

  /**
   * What the topic is created with; {@link TopicCheck} refuses a cluster that differs where it
   * would lose or change facts.
   */
  public Map<String, String> configs() {
    Map<String, String> configs = new TreeMap<>(guarded());
    configs.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.millis()));
    configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
    // Kafka ends a segment by the records' own times: facts of 1998 and of today in turn would give
    // a file each
    configs.put(TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(Long.MAX_VALUE));
    // a publisher's clock or time zone may be ahead of ours; a fact is not refused for it
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, String.valueOf(Long.MAX_VALUE));
    if (cleanup == Cleanup.COMPACT) {
      // the last segment is never compacted, so small ones keep a start-up short
      configs.put(TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(16 * MEBIBYTE));
      configs.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.2");
      // how long a reader may be away and still learn of every removed key
      configs.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, "604800000");
    }
    return configs;
  }

  /** Settings on which the correctness of tables depends. */
  Map<String, String> guarded() {
    Map<String, String> guarded = new TreeMap<>();
    guarded.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
    guarded.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    if (cleanup == Cleanup.DELETE) {
      guarded.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.millis()));
      guarded.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    }
    return guarded;
  }

  NewTopic toCreate() {
    Optional<Short> replication =
        replicationFactor == -1 ? Optional.empty() : Optional.of(replicationFactor);
    return new NewTopic(name, Optional.of(partitions), replication).configs(configs());
  }
}
