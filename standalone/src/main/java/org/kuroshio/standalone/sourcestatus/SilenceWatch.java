package org.kuroshio.standalone.sourcestatus;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.role.Lookout;
import org.kuroshio.standalone.role.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices sources that are silent for longer than their rhythm: a warning once for each silence,
 * and the meter {@code kuroshio.source.overdue.seconds}, which is 0 while all is well, for
 * alerting.
 */
public final class SilenceWatch implements Role {
  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

  private final Cluster cluster;
  private final Topics topics;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<String, SourceHealth> newest = new ConcurrentHashMap<>();
  private final Set<String> silent = new HashSet<>();
  private Lookout lookout;

  SilenceWatch(Cluster cluster, Topics topics, MeterRegistry meters, Clock clock) {
    this.cluster = cluster;
    this.topics = topics;
    this.meters = meters;
    this.clock = clock;
  }

  public static SilenceWatch start(
      Cluster cluster, Topics topics, Duration every, MeterRegistry meters) {
    SilenceWatch watch = new SilenceWatch(cluster, topics, meters, Clock.systemUTC());
    watch.lookout = Lookout.every(every, "kuroshio-silence", watch::look);
    return watch;
  }

  private void look() {
    try {
      take(SourceStatuses.read(cluster, topics, clock.instant(), Pulse.STEADY));
    } catch (KafkaException e) {
      // the cluster is away for a moment: what was said last stands
      LOG.atDebug().setCause(e).log("the sources' status can't be read");
    }
  }

  void take(List<SourceHealth> all) {
    for (SourceHealth health : all) {
      String key = health.said().getSource() + "|" + health.said().getSlice();
      if (newest.put(key, health) == null) {
        register(key, health);
      }
      if (health.overdue().isEmpty()) {
        silent.remove(key);
      } else if (silent.add(key)) {
        LOG.atWarn()
            .addKeyValue("source", health.said().getSource())
            .addKeyValue("slice", health.said().getSlice())
            .addKeyValue("overdue", health.overdue().get())
            .log("source is silent for longer than its rhythm");
      }
    }
  }

  private void register(String key, SourceHealth health) {
    gauge(
        "kuroshio.source.overdue.seconds",
        "How long a source is silent beyond its rhythm",
        key,
        health,
        now -> Optional.of(now.overdue().orElse(Duration.ZERO)));
    gauge(
        "kuroshio.source.behind.seconds",
        "Age of the newest publication that was read",
        key,
        health,
        SourceHealth::behind);
  }

  private interface Reading {
    Optional<Duration> of(SourceHealth health);
  }

  private void gauge(
      String name, String description, String key, SourceHealth first, Reading reading) {
    Gauge.builder(name, newest, all -> seconds(reading.of(all.get(key))))
        .description(description)
        .tags("source", first.said().getSource(), "slice", first.said().getSlice())
        .register(meters);
  }

  private static double seconds(Optional<Duration> duration) {
    return duration.map(found -> found.toMillis() / 1000.0).orElse(Double.NaN);
  }

  @Override
  public String name() {
    return "silence";
  }

  /** A cluster that is away is seen by the roles that need it. */
  @Override
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    lookout.close();
  }
}
