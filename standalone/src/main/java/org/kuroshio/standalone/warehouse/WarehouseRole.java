package org.kuroshio.standalone.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.connect.ConnectWorker;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.role.Lookout;
import org.kuroshio.standalone.role.Role;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.Definitions;
import org.kuroshio.warehouse.database.EmbeddedDatabase;
import org.kuroshio.warehouse.feed.FeedStart;
import org.kuroshio.warehouse.feed.HistoryFeed;
import org.kuroshio.warehouse.feed.TablesFeed;
import org.kuroshio.warehouse.feed.TablesTopic;
import org.kuroshio.warehouse.feed.Unreadable;

/**
 * The warehouse of a session: an embedded PostgreSQL, Iceberg tables in the data directory, and a
 * Connect worker with the sinks. Neither a dead database nor a failed sink ends the process; both
 * are started again.
 */
public final class WarehouseRole implements Role {
  /** Each commit writes a file for every indicator that changed; small ones are slow to read. */
  private static final Duration BETWEEN_SNAPSHOTS = Duration.ofSeconds(60);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final EmbeddedDatabase database;
  private final ConnectWorker worker;
  private final Unreadable unreadable;
  private final Lookout revival;
  private final Lookout mending;
  private final Lookout rejecting;

  private WarehouseRole(EmbeddedDatabase database, ConnectWorker worker, Unreadable unreadable) {
    this.database = database;
    this.worker = worker;
    this.unreadable = unreadable;
    this.revival = Lookout.every(LOOK, "kuroshio-database", database::revive);
    this.mending = worker.mend(FIRST_PAUSE, LONGEST_PAUSE);
    this.rejecting = Lookout.every(LOOK, "kuroshio-unreadable", unreadable::pass);
  }

  /**
   * Returns when the database answers and the sinks are started; the tables follow. The topics
   * exist.
   *
   * @param port of the database, 0 for any that is free
   * @param history whether history and events are written to Iceberg tables too
   * @throws Failure if the launcher did not lay out what it needs
   */
  public static WarehouseRole start(
      Session session,
      Topics topics,
      Catalogue catalogue,
      Regions regions,
      int port,
      boolean history) {
    String plugins = PluginFolders.path();
    Cluster cluster = Cluster.open(session.bootstrapServers());
    EmbeddedDatabase database = database(session, port);
    boolean started = false;
    try {
      Definitions.apply(database.database(), catalogue, regions);
      TablesTopic tables = new TablesTopic(cluster, topics.indicators());
      try (Admin admin = cluster.admin()) {
        new FeedStart(admin, tables, database.database()).prepare();
      }
      ConnectWorker worker =
          ConnectWorker.startSinks(
              cluster.bootstrapServers(), directory(session, "connect"), plugins);
      worker.run(
          TablesFeed.NAME,
          TablesFeed.settings(database.database(), topics.indicators().name(), Map.of(), 1));
      if (history) {
        history(session, topics, cluster, worker);
      }
      WarehouseRole role =
          new WarehouseRole(
              database,
              worker,
              new Unreadable(cluster, TablesFeed.UNREADABLE, topics.rejected(), Clock.systemUTC()));
      started = true;
      return role;
    } finally {
      if (!started) {
        database.close();
      }
    }
  }

  private static void history(
      Session session, Topics topics, Cluster cluster, ConnectWorker worker) {
    ControlTopic.ensure(cluster, HistoryFeed.CONTROL_TOPIC);
    HistoryFeed feed =
        new HistoryFeed(
            Map.of("type", "hadoop", "warehouse", directory(session, "iceberg").toUri().toString()),
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            BETWEEN_SNAPSHOTS);
    worker.run(HistoryFeed.HISTORY, feed.history(topics, Map.of()));
    worker.run(HistoryFeed.EVENTS, feed.events(topics, Map.of()));
  }

  /** The embedded database of a session alone, to be asked and closed. */
  public static EmbeddedDatabase database(Session session, int port) {
    PluginFolders.requireDatabase();
    return EmbeddedDatabase.start(directory(session, "postgresql"), port);
  }

  public Database database() {
    return database.database();
  }

  /** Why a sink does not run at the moment; empty while they all do. */
  public Optional<String> trouble() {
    return worker.failure().map(Failure::getMessage);
  }

  @Override
  public String name() {
    return "warehouse";
  }

  /** None that should end the process: what fails is started again. */
  @Override
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    // the sinks while the database is there; what waits for nothing is not interrupted
    mending.close();
    worker.close();
    unreadable.close();
    database.close();
    rejecting.close();
    revival.close();
  }

  private static Path directory(Session session, String part) {
    try {
      return Files.createDirectories(session.directory().warehouse().resolve(part));
    } catch (IOException e) {
      throw new Failure("the warehouse's directory can't be made: " + e.getMessage(), e);
    }
  }
}
