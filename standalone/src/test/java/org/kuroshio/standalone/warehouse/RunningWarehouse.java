package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.warehouse.feed.TablesTopic;
import org.kuroshio.warehouse.reconcile.Comparison;
import org.kuroshio.warehouse.reconcile.FeedStatus;

/** A data directory with its broker and its warehouse running, and nobody who publishes. */
final class RunningWarehouse implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Session session;
  private final Topics topics = Fixtures.topics();
  private final TablesTopic topic;
  private WarehouseRole role;

  RunningWarehouse(Path data) {
    this(data, true);
  }

  private RunningWarehouse(Path data, boolean started) {
    usePlugins();
    DataDirectory directory = DataDirectory.openExisting(data, "test");
    session = Session.open(directory, 0, Logs.start(false), failure -> {});
    topic = new TablesTopic(Cluster.open(session.bootstrapServers()), topics.indicators());
    if (started) {
      start();
    }
  }

  /** Only the broker runs until {@link #start}. */
  static RunningWarehouse idle(Path data) {
    return new RunningWarehouse(data, false);
  }

  /** Where Maven lays them out. */
  static void usePlugins() {
    System.setProperty(
        PluginFolders.PROPERTY,
        "../warehouse/plugins/jdbc/target/plugins,../warehouse/plugins/iceberg/target/plugins");
  }

  void start() {
    Regions regions = Regions.shipped();
    role =
        WarehouseRole.start(
            session, topics, CatalogueFiles.shipped(List.of(), regions), regions, 0, false);
  }

  /** The sinks and the database; the broker goes on. */
  void stop() {
    role.close();
  }

  Session session() {
    return session;
  }

  Topics topics() {
    return topics;
  }

  TablesTopic topic() {
    return topic;
  }

  WarehouseRole role() {
    return role;
  }

  FeedStatus status() {
    return FeedStatus.of(topic, role.database());
  }

  void awaitUpToDate() {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(status())
                    .as("%s", role.trouble())
                    .matches(FeedStatus::isUpToDate, "up to date"));
  }

  Comparison compare() {
    return new CaughtUp(topic, role.database(), role::trouble, StopRequest.never()).compare();
  }

  void publish(String key, SpecificRecord value) throws ExecutionException, InterruptedException {
    publish(key, value == null ? null : Fixtures.bytes(value));
  }

  /** Returns when the broker has it. */
  void publish(String key, byte[] value) throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", session.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topics.indicators().name(), key, value)).get();
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = role.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Rows as the database's driver prints their values, null as null. */
  List<List<String>> rows(String sql) throws SQLException {
    try (Connection connection = role.database().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  Optional<String> value(String sql) throws SQLException {
    return rows(sql).stream().map(row -> row.get(0)).findFirst();
  }

  @Override
  public void close() {
    try (session) {
      if (role != null) {
        role.close();
      }
    }
  }
}
