package org.kuroshio.bench.latency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.kuroshio.bench.peer.Job;
import org.kuroshio.bench.watch.CutWatch;
import org.kuroshio.bench.work.Draft;
import org.kuroshio.bench.work.Draws;
import org.kuroshio.bench.work.Envelopes;
import org.kuroshio.bench.work.Sequence;
import org.kuroshio.bench.work.Workload;

/**
 * Publishes events at a steady rate, made beforehand so that making them takes no time, and looks
 * when each is in a cut.
 */
public final class SteadyLoad {
  private static final long TICK_NANOS = 2_000_000;
  private static final int WARM_UP_SECONDS = 8;
  private static final int SECONDS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private record Event(String topic, byte[] key, byte[] value) {}

  private final String bootstrapServers;
  private final String input;

  public SteadyLoad(String bootstrapServers, String input) {
    this.bootstrapServers = bootstrapServers;
    this.input = input;
  }

  /**
   * The delays of the events of 12 seconds, after 8 that do not count; of all of them, or the
   * slowest would be left out.
   *
   * @param cuts of a pipeline that is running
   * @throws IllegalStateException if some are not seen two minutes after the last was sent
   */
  public Percentiles run(int eventsPerSecond, CutWatch cuts) {
    List<Event> events = events(eventsPerSecond * (WARM_UP_SECONDS + SECONDS));
    Delays delays = new Delays(System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L);
    Thread publisher =
        new Thread(() -> publish(events, eventsPerSecond, delays), "publish-steadily");
    publisher.start();
    while (publisher.isAlive()) {
      cuts.poll(cut -> delays.visible(cut, System.nanoTime()));
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (delays.unseen() > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            delays.unseen() + " events were not seen within " + PATIENCE);
      }
      cuts.poll(cut -> delays.visible(cut, System.nanoTime()));
    }
    return delays.seen();
  }

  private List<Event> events(int count) {
    Workload workload = new Workload(eventSeed(count), Math.max(1, count * 10 / 13), 1, 1);
    Draws draws = new Draws(workload);
    Envelopes envelopes = new Envelopes();
    List<Event> events = new ArrayList<>(count);
    new Sequence(workload)
        .run(
            (entity, version) -> {
              Draft draft = draws.draft(entity, version);
              events.add(
                  new Event(
                      Job.eventTopic(input, draft.kind()),
                      draft.entityId().getBytes(StandardCharsets.UTF_8),
                      envelopes.bytes(draft)));
            });
    return events;
  }

  private static long eventSeed(int count) {
    return Workload.USUAL_SEED + count;
  }

  private void publish(List<Event> events, int eventsPerSecond, Delays delays) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers, "compression.type", "lz4", "linger.ms", 2),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      long begun = System.nanoTime();
      int sent = 0;
      while (sent < events.size()) {
        long due = (System.nanoTime() - begun) * eventsPerSecond / 1_000_000_000L;
        for (; sent < Math.min(due, events.size()); sent++) {
          send(producer, events.get(sent), delays);
        }
        LockSupport.parkNanos(TICK_NANOS);
      }
    }
  }

  private static void send(KafkaProducer<byte[], byte[]> producer, Event event, Delays delays) {
    long now = System.nanoTime();
    producer.send(
        new ProducerRecord<>(event.topic, event.key, event.value),
        (metadata, fault) -> {
          if (fault == null) {
            delays.sent(metadata.topic(), metadata.partition(), metadata.offset(), now);
          }
        });
  }
}
