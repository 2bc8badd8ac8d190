package org.kuroshio.standalone.demo;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.ingest.connect.FileSourceSettings;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.follow.TableFollower;
import org.kuroshio.standalone.alert.AlertFollower;
import org.kuroshio.standalone.connect.ConnectWorker;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.load.EventEnds;
import org.kuroshio.standalone.load.EventPartitions;
import org.kuroshio.standalone.role.AlertsRole;
import org.kuroshio.standalone.role.Roles;
import org.kuroshio.standalone.role.StreamsRole;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.warehouse.WarehouseRole;
import org.kuroshio.streams.PipelineSettings;

/**
 * Connect, both hops and alerts on the broker of a session, running until closed, with any number
 * of sources. One thread.
 */
final class Node implements AutoCloseable {
  /**
   * A change is to be on the page within two seconds. Not more often: one venture founded in 2008
   * changes ten thousand cells, up to today's, and the history keeps them all, which at one cut a
   * second is two gigabytes an hour at most.
   */
  private static final Duration BETWEEN_CUTS = Duration.ofSeconds(1);

  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(100);
  private static final int THREADS = 2;

  private final Admin admin;
  private final Topics topics;
  private final SchemaIds ids;
  private final Roles roles;
  private final Catalogue catalogue;
  private final Regions regions;
  private final ConnectWorker worker;
  private final TableFollower tables;
  private final AlertFollower alerts;
  private final Optional<WarehouseRole> warehouse;
  private final Map<String, LoadProgress> loads = new HashMap<>();
  private Optional<EventEnds> ends = Optional.empty();

  private Node(
      Admin admin,
      Topics topics,
      SchemaIds ids,
      Roles roles,
      Catalogue catalogue,
      Regions regions,
      ConnectWorker worker,
      TableFollower tables,
      AlertFollower alerts,
      Optional<WarehouseRole> warehouse) {
    this.admin = admin;
    this.topics = topics;
    this.ids = ids;
    this.roles = roles;
    this.catalogue = catalogue;
    this.regions = regions;
    this.worker = worker;
    this.tables = tables;
    this.alerts = alerts;
    this.warehouse = warehouse;
  }

  /**
   * @param today the day for which milestones are due or overdue
   * @param databasePort as {@link DemoPlan#databasePort}
   * @param history as {@link DemoPlan#history}
   */
  static Node start(
      Session session, Supplier<LocalDate> today, OptionalInt databasePort, boolean history) {
    SchemaIds ids = new BundledIds();
    Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                session.bootstrapServers(),
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                ""));
    Topics topics = Topics.of(ids, EventPartitions.settings(admin, ids, OptionalInt.empty()));
    new TopicCheck(admin).ensure(topics);
    TableFollower tables = TableFollower.ofWhole(session.bootstrapServers(), topics.indicators());
    PipelineSettings settings = settings(session, topics, ids);
    RuleSet rules = new AlertRules(settings.catalogue(), settings.regions()).with(List.of());
    AlertFollower alerts = new AlertFollower(session.bootstrapServers(), topics.alertHistory());
    Roles roles = new Roles();
    roles.add(StreamsRole.start(settings)).measure(Metrics.globalRegistry);
    roles.add(AlertsRole.start(settings, rules, today));
    ConnectWorker worker =
        roles.add(ConnectWorker.start(session.bootstrapServers(), session.directory().connect()));
    Optional<WarehouseRole> warehouse =
        databasePort.isEmpty()
            ? Optional.empty()
            : Optional.of(
                roles.add(
                    WarehouseRole.start(
                        session,
                        topics,
                        settings.catalogue(),
                        settings.regions(),
                        databasePort.getAsInt(),
                        history)));
    return new Node(
        admin,
        topics,
        ids,
        roles,
        settings.catalogue(),
        settings.regions(),
        worker,
        tables,
        alerts,
        warehouse);
  }

  Topics topics() {
    return topics;
  }

  SchemaIds ids() {
    return ids;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Regions regions() {
    return regions;
  }

  /** Begins to read a shipped source; what was read before is passed over. */
  void load(String source) {
    String run = UUID.randomUUID().toString();
    loads.put(source, LoadProgress.of(run));
    worker.run(source, new FileSourceSettings(source, List.of(), "", "", run, 1).toMap());
  }

  /** Whether the sources are read to their ends and the tables hold every event that there is. */
  boolean isLoaded() {
    if (!loads.values().stream().allMatch(LoadProgress::finished)) {
      return false;
    }
    if (ends.isEmpty()) {
      ends = Optional.of(EventEnds.now(admin, topics));
    }
    return tables.isCaughtUp() && tables.holds(ends.get().offsets());
  }

  LoadCounts counts(String source) {
    return loads.get(source).counts();
  }

  TableFollower tables() {
    return tables;
  }

  AlertFollower alerts() {
    return alerts;
  }

  Optional<WarehouseRole> warehouse() {
    return warehouse;
  }

  /**
   * @throws Failure if a part of it can't go on
   */
  void check() {
    roles.check();
  }

  @Override
  public void close() {
    try (admin;
        tables;
        alerts) {
      roles.close();
    }
  }

  private static PipelineSettings settings(Session session, Topics topics, SchemaIds ids) {
    Regions regions = Regions.shipped();
    Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);
    return new PipelineSettings(
        session.bootstrapServers(),
        Map.of(),
        session.directory().streams(),
        "",
        "local",
        THREADS,
        BETWEEN_CUTS,
        BETWEEN_COMMITS,
        Clock.systemUTC(),
        topics,
        ids,
        catalogue,
        regions);
  }
}
