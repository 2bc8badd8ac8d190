package org.kuroshio.serve.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.kuroshio.schemas.table.CutOffset;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.snapshot.LiveTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long an event waits until a cut holds it here: looks at the ends of the event topics, and
 * takes the time until the tables have got there. On a thread of its own.
 */
public final class Freshness implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private record Awaited(Map<TopicPartition, Long> ends, long atNanos) {}

  private final LiveTables tables;
  private final Topics topics;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Timer waited;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::look, "kuroshio-serve-freshness");
  private volatile Optional<Awaited> awaited = Optional.empty();
  private volatile double lastSeconds;

  private Freshness(
      KafkaClient client, LiveTables tables, Topics topics, MeterRegistry meters, Clock clock) {
    this.tables = tables;
    this.topics = topics;
    Map<String, Object> settings = client.start();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.waited =
        Timer.builder("innovation.freshness")
            .description("From seeing that there is an event to a table here that holds it")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(100))
            .maximumExpectedValue(Duration.ofMinutes(5))
            .register(meters);
    Gauge.builder("innovation.freshness.last", this, f -> f.lastSeconds)
        .description("The latest of these times")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("innovation.waiting", this, f -> f.waiting().toMillis() / 1000.0)
        .description("How long events that are not in the tables have been waiting by now")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("innovation.cut.age", tables, t -> age(t, clock))
        .description("Since when the newest cut is published")
        .baseUnit("seconds")
        .register(meters);
  }

  public static Freshness start(
      KafkaClient client, LiveTables tables, Topics topics, MeterRegistry meters, Clock clock) {
    Freshness freshness = new Freshness(client, tables, topics, meters, clock);
    freshness.thread.start();
    return freshness;
  }

  private static double age(LiveTables tables, Clock clock) {
    return tables
        .current()
        .map(s -> Duration.between(s.cut().getAt(), clock.instant()).toMillis() / 1000.0)
        .orElse(Double.NaN);
  }

  /** How long events that are not in the tables have been waiting by now. */
  public Duration waiting() {
    return awaited
        .map(a -> Duration.ofNanos(System.nanoTime() - a.atNanos()))
        .orElse(Duration.ZERO);
  }

  private void look() {
    try (consumer) {
      do {
        lookOnce();
      } while (!closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    } catch (RuntimeException e) {
      // outermost frame of the thread; the tables go on, and readiness says nothing of lag
      LOG.atError().setCause(e).log("freshness can't be measured any more");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    if (awaited.isPresent() && isHeld(awaited.get().ends())) {
      long nanos = System.nanoTime() - awaited.get().atNanos();
      waited.record(nanos, TimeUnit.NANOSECONDS);
      lastSeconds = nanos / 1e9;
      awaited = Optional.empty();
    }
    if (awaited.isEmpty()) {
      try {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
        if (!isHeld(ends)) {
          awaited = Optional.of(new Awaited(ends, System.nanoTime()));
        }
      } catch (RetriableException e) {
        LOG.atDebug().setCause(e).log("the ends of the event topics are not known at the moment");
      }
    }
  }

  private List<TopicPartition> partitions() {
    Map<String, List<PartitionInfo>> known = consumer.listTopics();
    return topics.events().stream()
        .map((Topic<? extends SpecificRecord> topic) -> topic.name())
        .flatMap(name -> known.getOrDefault(name, List.of()).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  /** The mark of a transaction takes an offset and is no event, so one behind the end will do. */
  private boolean isHeld(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> held = new HashMap<>();
    tables
        .current()
        .ifPresent(
            snapshot -> {
              for (CutOffset offset : snapshot.cut().getOffsets()) {
                held.put(
                    new TopicPartition(offset.getTopic(), offset.getPartition()),
                    offset.getOffset());
              }
            });
    return ends.entrySet().stream()
        .allMatch(end -> held.getOrDefault(end.getKey(), 0L) >= end.getValue() - 1);
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
