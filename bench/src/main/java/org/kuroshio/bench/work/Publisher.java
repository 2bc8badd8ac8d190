package org.kuroshio.bench.work;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.schemas.topic.Topics;

/** Writes the events of a workload to the event topics, once. */
public final class Publisher {
  /**
   * What was written.
   *
   * @param latest the latest version of each entity
   * @param events how many
   * @param bytes of keys and values together, not compressed
   */
  public record Written(int[] latest, long events, long bytes) {}

  private final String bootstrapServers;
  private final String prefix;

  public Publisher(String bootstrapServers, String prefix) {
    this.bootstrapServers = bootstrapServers;
    this.prefix = prefix;
  }

  public Written publish(Workload workload) {
    Topics topics = Topics.of(new BundledIds(), TopicSettings.DEFAULT.withPrefix(prefix));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      new TopicCheck(admin).ensure(topics.events());
    }
    Map<EntityKind, String> names = new EnumMap<>(EntityKind.class);
    names.put(EntityKind.PATENT, topics.patents().name());
    names.put(EntityKind.VENTURE, topics.ventures().name());
    names.put(EntityKind.PROJECT, topics.programs().name());
    long[] count = new long[2];
    AtomicReference<Exception> failure = new AtomicReference<>();
    Draws draws = new Draws(workload);
    Envelopes envelopes = new Envelopes();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      int[] latest =
          new Sequence(workload)
              .run(
                  (entity, version) -> {
                    Draft draft = draws.draft(entity, version);
                    byte[] key = draft.entityId().getBytes(StandardCharsets.UTF_8);
                    byte[] value = envelopes.bytes(draft);
                    count[0]++;
                    count[1] += key.length + value.length;
                    producer.send(
                        new ProducerRecord<>(names.get(draft.kind()), key, value),
                        (metadata, fault) -> failure.compareAndSet(null, fault));
                  });
      producer.flush();
      if (failure.get() != null) {
        throw new IllegalStateException("the broker did not take the workload", failure.get());
      }
      return new Written(latest, count[0], count[1]);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "compression.type",
            "lz4",
            "linger.ms",
            50,
            "batch.size",
            512 << 10),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
