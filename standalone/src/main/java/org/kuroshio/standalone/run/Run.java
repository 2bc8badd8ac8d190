package org.kuroshio.standalone.run;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.ServeSettings;
import org.kuroshio.serve.metric.MetricSettings;
import org.kuroshio.standalone.connect.ConnectorConfigs;
import org.kuroshio.standalone.connect.DistributedWorker;
import org.kuroshio.standalone.installation.RoleName;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.lag.LagWatch;
import org.kuroshio.standalone.release.Release;
import org.kuroshio.standalone.role.AlertsRole;
import org.kuroshio.standalone.role.DeliveryRole;
import org.kuroshio.standalone.role.MetricsRole;
import org.kuroshio.standalone.role.Roles;
import org.kuroshio.standalone.role.ServeRole;
import org.kuroshio.standalone.role.StreamsRole;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.standalone.sourcestatus.SilenceWatch;
import org.kuroshio.streams.PipelineSettings;

/** One process of an installation. */
public final class Run {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration BETWEEN_LOOKS_AT_SOURCES = Duration.ofMinutes(1);

  private final RunConfig config;
  private final Set<RoleName> roles;
  private final StopRequest stop;
  private final Regions regions = Regions.shipped();
  private final Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);

  public Run(RunConfig config, Set<RoleName> roles, StopRequest stop) {
    this.config = config;
    this.roles = Set.copyOf(roles);
    this.stop = stop;
  }

  /** Told how the process is doing, on its main thread. */
  public interface Display {
    void show(RunState state);
  }

  /**
   * Does not return.
   *
   * @param every how often the display is shown something
   * @throws org.kuroshio.standalone.failure.StoppedException when the process is told to end
   * @throws org.kuroshio.standalone.failure.Failure if a role can't go on, or the configuration's
   *     sources are wrong
   */
  public void run(Display display, Duration every) {
    SchemaIds ids = config.schemaIds();
    Topics topics = config.topics(ids);
    Map<String, Map<String, String>> connectors =
        roles.contains(RoleName.INGEST) ? ConnectorConfigs.of(config) : Map.of();
    try (Admin admin = config.cluster().admin()) {
      new TopicCheck(admin).ensure(topics);
    }
    try (Roles running = new Roles()) {
      config.metrics().ifPresent(metrics -> running.add(MetricsRole.start(metrics)));
      Optional<LagWatch> lag = Optional.empty();
      if (roles.contains(RoleName.STREAMS)) {
        PipelineSettings pipeline = pipeline(topics, ids);
        running.add(StreamsRole.start(pipeline)).measure(Metrics.globalRegistry);
        running.add(
            AlertsRole.start(
                pipeline,
                new AlertRules(pipeline.catalogue(), pipeline.regions())
                    .with(config.alerts().rules()),
                () -> LocalDate.now(ZoneOffset.UTC)));
        lag = Optional.of(running.add(watchLag(topics, every)));
      }
      Optional<DistributedWorker> worker =
          roles.contains(RoleName.INGEST)
              ? Optional.of(running.add(DistributedWorker.start(config, connectors)))
              : Optional.empty();
      if (worker.isPresent()) {
        running.add(
            SilenceWatch.start(
                config.cluster(), topics, BETWEEN_LOOKS_AT_SOURCES, Metrics.globalRegistry));
      }
      if (roles.contains(RoleName.SERVE)) {
        running.add(
            DeliveryRole.start(
                config.alerts().delivery(),
                topics,
                config.cluster(),
                config.groupPrefix(),
                Metrics.globalRegistry));
        running.add(ServeRole.start(serving(topics, ids)));
      }
      watch(running, new RunState.Parts(worker, lag), display, every);
    }
  }

  private void watch(Roles running, RunState.Parts parts, Display display, Duration every) {
    long next = System.nanoTime();
    while (true) {
      stop.await(LOOK);
      running.check();
      if (System.nanoTime() >= next) {
        display.show(parts.now());
        next = System.nanoTime() + every.toNanos();
      }
    }
  }

  private LagWatch watchLag(Topics topics, Duration every) {
    return LagWatch.start(
        config.cluster(), topics, config.groupPrefix(), every, Metrics.globalRegistry);
  }

  private ServeSettings serving(Topics topics, SchemaIds ids) {
    return new ServeSettings(
        config.cluster(),
        topics,
        ids,
        catalogue,
        regions,
        config.serve().http(),
        config.serve().access(),
        MetricSettings.DEFAULT,
        Clock.systemUTC(),
        Release.version(),
        false);
  }

  private PipelineSettings pipeline(Topics topics, SchemaIds ids) {
    return new PipelineSettings(
        config.cluster().bootstrapServers(),
        new HashMap<>(config.cluster().client()),
        config.state().resolve("streams"),
        config.groupPrefix(),
        config.instance(),
        config.streams().threads(),
        config.streams().flush(),
        config.streams().commit(),
        Clock.systemUTC(),
        topics,
        ids,
        catalogue,
        regions);
  }
}
