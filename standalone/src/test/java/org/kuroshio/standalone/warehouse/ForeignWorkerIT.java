package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.connect.PlainWorker;
import org.kuroshio.standalone.endtoend.Kuroshio;
import org.kuroshio.warehouse.database.EmbeddedDatabase;
import org.kuroshio.warehouse.feed.TablesFeed;

/**
 * Kafka's own Connect worker with nothing of ours but the converter's zip, and Debezium's sink:
 * what `warehouse prepare` prints makes it a feed. Then whatever goes wrong with a database; each
 * time `warehouse status` says what, and after mending nothing is lost or doubled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignWorkerIT {
  private static final String CONNECTOR = "/connectors/" + TablesFeed.NAME;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningWarehouse broker;
  private EmbeddedDatabase database;
  private Connection admin;
  private PlainWorker worker;
  private int sequence;

  @BeforeAll
  void start(@TempDir Path temp) throws Exception {
    Path data = temp.resolve("data");
    DataDirectory.openOrCreate(data, "test").close();
    broker = RunningWarehouse.idle(data);
    try (Admin kafka = Cluster.open(broker.session().bootstrapServers()).admin()) {
      new TopicCheck(kafka).ensure(broker.topics());
    }
    database = WarehouseRole.database(broker.session(), 0);
    admin = database.database().connect();
    Path logins = data.resolve("warehouse/postgresql/pg_hba.conf");
    Files.writeString(
        logins, "host all feeder 127.0.0.1/32 scram-sha-256\n" + Files.readString(logins));
    execute("SELECT pg_reload_conf()");
    execute("CREATE ROLE feeder LOGIN PASSWORD 'right'");
    execute("GRANT postgres TO feeder");
    worker =
        PlainWorker.start(
            temp,
            broker.session().bootstrapServers(),
            "warehouse",
            "kuroshio-converter",
            List.of(Path.of("../warehouse/plugins/jdbc/target/plugins/debezium-jdbc")),
            Map.of("KUROSHIO_WAREHOUSE_PASSWORD", "right"));
    await()
        .ignoreExceptions()
        .atMost(RunningWarehouse.PATIENCE)
        .until(() -> send("GET", "/connectors", "").statusCode() == 200);
  }

  @AfterAll
  void stop() throws Exception {
    if (worker != null) {
      worker.close();
    }
    if (database != null) {
      admin.close();
      database.close();
    }
    broker.close();
  }

  @Test
  @Order(1)
  void shouldFeedWithTheConvertersZipAlone() throws Exception {
    // Given
    change();
    Kuroshio.Result prepared = run("prepare");
    Map<String, String> settings =
        new TreeMap<>(json.readValue(prepared.out(), new TypeReference<Map<String, String>>() {}));
    assertThat(settings).containsEntry("connection.username", "postgres");
    settings.put("connection.username", "feeder");

    // When
    HttpResponse<String> answer =
        send("PUT", CONNECTOR + "/config", json.writeValueAsString(settings));

    // Then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    shouldBeEqual();
  }

  @Test
  @Order(2)
  void shouldGoOnAfterAPause() throws Exception {
    send("PUT", CONNECTOR + "/pause", "");
    awaitStatus("connector  PAUSED");
    change();
    change();
    awaitStatus("state      behind");

    send("PUT", CONNECTOR + "/resume", "");
    shouldBeEqual();
  }

  @Test
  @Order(3)
  void shouldSayThatThePasswordIsWrong() throws Exception {
    // When
    execute("ALTER ROLE feeder PASSWORD 'another'");
    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'feeder'");
    change();

    // Then: the sink dies of the lost connection, and started again of the password
    awaitStatus("connector  FAILED", "terminating connection");
    restart();
    awaitStatus("connector  FAILED", "password authentication failed for user \"feeder\"");
    execute("ALTER ROLE feeder PASSWORD 'right'");
    restart();
    shouldBeEqual();
  }

  @Test
  @Order(4)
  void shouldSayThatTheDiskIsFull() throws Exception {
    // Given: the server's own words and code for it
    execute(
        """
        CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE EXCEPTION 'could not extend file "base/5/16400": No space left on device' USING ERRCODE = 'disk_full';
        END $$\
        """);
    execute(
        "CREATE TRIGGER full_disk BEFORE INSERT ON kuroshio_feed.change EXECUTE FUNCTION"
            + " full_disk()");

    // When
    change();

    // Then
    awaitStatus("connector  FAILED", "No space left on device");
    execute("DROP FUNCTION full_disk CASCADE");
    restart();
    shouldBeEqual();
  }

  @Test
  @Order(5)
  void shouldSayThatAColumnIsGone() throws Exception {
    // When
    execute("ALTER TABLE kuroshio_feed.change DROP COLUMN reason");
    change();

    // Then
    awaitStatus("connector  FAILED", "kuroshio_feed.change");
    execute("ALTER TABLE kuroshio_feed.change ADD COLUMN reason text");
    restart();
    shouldBeEqual();
  }

  @Test
  @Order(6)
  void shouldWaitForATableThatSomebodyHolds() throws Exception {
    // When
    try (Connection holder = database.database().connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE kuroshio_feed.cell IN SHARE MODE");
      change();

      // Then
      awaitStatus(
          "connector  RUNNING",
          "state      behind",
          "waits      for a lock of process",
          "user postgres, application 'kuroshio'");
      holder.rollback();
    }
    shouldBeEqual();
  }

  @Test
  @Order(7)
  void shouldNotWaitItselfForATableThatSomebodyHolds() throws Exception {
    // When
    try (Connection holder = database.database().connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE kuroshio_feed.change");
      change();

      // Then
      Kuroshio.Result result = status();
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.err()).contains("can't be asked how far it is").contains("lock timeout");
      holder.rollback();
    }
    shouldBeEqual();
  }

  @Test
  @Order(8)
  void shouldSayThatConnectDoesNotAnswer() {
    Kuroshio.Result result = run("status", "--connect", "http://127.0.0.1:1");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("Connect does not answer at http://127.0.0.1:1");
    assertThat(Kuroshio.plain("warehouse", "status", "--connect", worker.address()).err())
        .contains("--connect needs --database");
  }

  /** Another value in one cell, a new cell, and the cut that holds both. */
  private void change() throws Exception {
    sequence++;
    broker.publish("venture.stock|1||JP-13|FY2007||ventures", cell("JP-13", sequence));
    broker.publish(
        "venture.stock|1||JP-%02d|FY2007||ventures".formatted(20 + sequence),
        cell("JP-" + (20 + sequence), 1));
    broker.publish(
        "cut",
        Cut.newBuilder()
            .setCut("%016x".formatted(sequence))
            .setSequence(sequence)
            .setAsOf(LocalDate.parse("2021-12-31"))
            .setAt(Instant.parse("2022-01-01T00:00:00Z").plusSeconds(sequence))
            .setOffsets(List.of())
            .setCount(2)
            .setCells(1 + sequence)
            .build());
  }

  private IndicatorValue cell(String region, int value) {
    return IndicatorValue.newBuilder()
        .setIndicator("venture.stock")
        .setVersion(1)
        .setGroup("")
        .setRegion(region)
        .setPeriod("FY2007")
        .setBreakdown("")
        .setUnit("ventures")
        .setValue(String.valueOf(value))
        .setExact(String.valueOf(value))
        .setStatus(Status.NORMAL)
        .setCut("%016x".formatted(sequence))
        .setUpdatedAt(Instant.parse("2021-12-31T00:00:00Z"))
        .build();
  }

  /** Every cut was shown once, the connector runs, and each cell equals its row. */
  private void shouldBeEqual() {
    awaitStatus("connector  RUNNING", "state      up to date", "shown      cut #" + sequence);
    Kuroshio.Result result = run("reconcile");
    assertThat(result.out())
        .as(result.err())
        .contains("cells        %d in the topic".formatted(1 + sequence))
        .contains("0 missing, 0 unknown, 0 differing")
        .endsWith("equal\n");
  }

  private void awaitStatus(String... words) {
    await()
        .atMost(LONGEST_WAIT)
        .untilAsserted(
            () -> {
              Kuroshio.Result result = status();
              assertThat(result.out()).as(result.err()).contains(words);
              boolean good =
                  result.out().contains("connector  RUNNING")
                      && result.out().contains("state      up to date");
              assertThat(result.status()).as(result.out()).isEqualTo(good ? 0 : 1);
            });
  }

  private Kuroshio.Result status() {
    return run("status", "--connect", worker.address());
  }

  private Kuroshio.Result run(String... command) {
    List<String> all = new ArrayList<>(List.of("warehouse"));
    all.addAll(List.of(command));
    all.addAll(
        List.of(
            "--kafka",
            broker.session().bootstrapServers(),
            "--database",
            database.database().url()));
    return Kuroshio.plain(all.toArray(String[]::new));
  }

  private void restart() throws IOException, InterruptedException {
    assertThat(
            send("POST", CONNECTOR + "/restart?includeTasks=true&onlyFailed=true", "").statusCode())
        .isLessThan(300);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(worker.address() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
