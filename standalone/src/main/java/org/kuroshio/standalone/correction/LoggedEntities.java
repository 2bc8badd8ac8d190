package org.kuroshio.standalone.correction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.entity.EventStream;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.session.StopRequest;

/**
 * Looks entities up in the event topics: one pass over the partitions that their keys belong to.
 */
final class LoggedEntities {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;
  private final Topics topics;
  private final SchemaIds ids;
  private final Catalogue catalogue;
  private final Regions regions;
  private final StopRequest stop;

  LoggedEntities(
      String bootstrapServers,
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions,
      StopRequest stop) {
    this.bootstrapServers = bootstrapServers;
    this.topics = topics;
    this.ids = ids;
    this.catalogue = catalogue;
    this.regions = regions;
    this.stop = stop;
  }

  /** Takes one event. */
  private interface Events {
    void take(String topic, String key, byte[] value);
  }

  /**
   * @return for each id that is known, what is known of it; several if it stands in several streams
   */
  Map<String, List<KnownEntity>> find(Set<String> entityIds) {
    Map<EventStream, EntityVersions> streams = new EnumMap<>(EventStream.class);
    Map<String, EntityVersions> byTopic = new HashMap<>();
    for (EventStream stream : EventStream.values()) {
      EntityVersions versions = new EntityVersions(stream, catalogue, regions, ids);
      streams.put(stream, versions);
      byTopic.put(stream.topic(topics).name(), versions);
    }
    scan(
        partitionsOf(entityIds),
        (topic, key, value) -> {
          if (entityIds.contains(key)) {
            byTopic.get(topic).apply(key, value);
          }
        });
    Map<String, List<KnownEntity>> found = new HashMap<>();
    for (String id : entityIds) {
      List<KnownEntity> known =
          streams.values().stream().map(s -> s.entity(id)).flatMap(Optional::stream).toList();
      if (!known.isEmpty()) {
        found.put(id, known);
      }
    }
    return found;
  }

  /** The ids in the log that are most like these; what is like nothing is left out. */
  Map<String, String> nearest(Set<String> unknownIds) {
    Map<String, SimilarId> similar = new HashMap<>();
    unknownIds.forEach(id -> similar.put(id, new SimilarId(id)));
    scan(
        partitions(partition -> true),
        (topic, key, value) -> similar.values().forEach(one -> one.offer(key)));
    Map<String, String> nearest = new HashMap<>();
    similar.forEach((id, one) -> one.best().ifPresent(best -> nearest.put(id, best)));
    return nearest;
  }

  private void scan(Collection<TopicPartition> partitions, Events events) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                20_000,
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        stop.check();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          events.take(record.topic(), record.key(), record.value());
        }
      }
    }
  }

  private List<TopicPartition> partitionsOf(Set<String> entityIds) {
    int count = topics.programs().partitions();
    Set<Integer> wanted = new HashSet<>();
    for (String id : entityIds) {
      wanted.add(Utils.toPositive(Utils.murmur2(Utils.utf8(id))) % count);
    }
    return partitions(wanted::contains);
  }

  private List<TopicPartition> partitions(Predicate<Integer> wanted) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (var topic : topics.events()) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        if (wanted.test(partition)) {
          partitions.add(new TopicPartition(topic.name(), partition));
        }
      }
    }
    return partitions;
  }
}
