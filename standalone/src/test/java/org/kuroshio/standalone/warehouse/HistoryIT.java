package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.connect.ConnectWorker;
import org.kuroshio.standalone.endtoend.Kuroshio;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.warehouse.feed.HistoryFeed;

/** The history in Iceberg by the real sink, read back with Iceberg's own API. */
class HistoryIT {
  private static final Topics TOPICS = Fixtures.topics();
  private static final String MOVED = "paper:venture:JP-13:0001";
  private static final String REASON = "register entry of 2008-05-02";

  private static final String FORGOTTEN = "paper:venture:JP-13:0002";
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  /** The day in docs/warehouse.md. */
  private static final String DAY = "2026-10-31T23:59:59.999999Z";

  @Test
  void shouldGiveTheTablesOfTheLastCutAndOfAnEarlierOneAndSayWhatChangedWhy(@TempDir Path temp)
      throws Exception {
    // Given
    RunningWarehouse.usePlugins();
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));
    kuroshio.loaded("paper");
    String before = kuroshio.loaded("population-jp").out().strip().replaceFirst("(?s).*cut ", "");
    Path moved = temp.resolve("moved.csv");
    Files.writeString(
        moved, "entityId,op,field,value\n" + MOVED + ",CORRECT,headquarters.region,JP-12\n");
    assertThat(kuroshio.run("correct", moved.toString(), "--reason", REASON).status()).isZero();
    Path files = Files.createDirectory(temp.resolve("iceberg"));
    Published published;
    DataDirectory directory = DataDirectory.openExisting(kuroshio.data(), "test");
    try (Session session = Session.open(directory, 0, Logs.start(false), failure -> {})) {
      published = Published.read(session.bootstrapServers());
      forget(session.bootstrapServers(), FORGOTTEN);

      // When
      feed(session.bootstrapServers(), temp, files, published.records().size());
    }

    // Then: partitioned, and the same tables
    assertThat(partitions(files, TOPICS.indicatorHistory().name()))
        .containsExactly("indicator: identity", "published_month: month");
    List<Record> history = rows(files, TOPICS.indicatorHistory().name());
    Cut last = published.cuts().get(published.cuts().size() - 1);
    Cut earlier =
        published.cuts().stream()
            .filter(cut -> cut.getCells() > 0 && cut.getCells() < last.getCells())
            .findFirst()
            .orElseThrow();
    try (DuckDb duckDb =
        DuckDb.of(files, List.of(TOPICS.indicatorHistory().name(), TOPICS.ventures().name()))) {
      for (Cut cut : List.of(last, earlier)) {
        Map<String, String> then = published.knownAt(cut);
        assertThat(knownAt(history, cut.getSequence()))
            .hasSize((int) cut.getCells())
            .isEqualTo(then);
        assertThat(knownAt(duckDb, cut)).hasSize((int) cut.getCells()).isEqualTo(then);
      }
      Cut then =
          published.cuts().stream()
              .filter(cut -> cut.getCut().equals(before))
              .reduce((a, b) -> b)
              .orElseThrow();
      shouldSayWhatChangedAndWhy(duckDb.rows(question("causes", then)), kuroshio, before);
    }

    // Then: what was forgotten is still there, as the page says
    assertThat(rows(files, TOPICS.ventures().name()))
        .filteredOn(row -> row.getField("source").equals("paper"))
        .hasSize(1773)
        .anySatisfy(row -> assertThat(row.getField("entityId")).isEqualTo(FORGOTTEN));
  }

  /** As `kuroshio diff` says it, cell by cell; and the correction with its reason. */
  private static void shouldSayWhatChangedAndWhy(
      List<Map<String, String>> rows, Kuroshio kuroshio, String before) throws IOException {
    Set<String> here = new TreeSet<>();
    rows.forEach(
        row -> {
          here.add(
              "%s %s %s %s -> %s"
                  .formatted(
                      row.get("indicator"),
                      row.get("region"),
                      row.get("period"),
                      row.get("before"),
                      row.get("now")));
          if (Set.of("JP-12", "JP-13").contains(row.get("region"))) {
            assertThat(row).containsEntry("facts", "1");
            assertThat(row.get("first")).contains("ASSERT " + MOVED + " manual ").contains(REASON);
          } else {
            assertThat(row).containsEntry("facts", "0");
          }
        });
    Set<String> expected = new TreeSet<>();
    JsonNode difference =
        new ObjectMapper()
            .readTree(
                kuroshio.run("diff", "--from", before, "--to", "latest", "--format", "json").out());
    for (JsonNode cell : difference.at("/cells")) {
      // where only a numerator or denominator changed, the question has no row
      if (!number(cell.at("/before")).equals(number(cell.at("/after")))
          && cell.at("/indicator").asText().startsWith("venture.")
          && cell.at("/group").asText().isEmpty()
          && cell.at("/breakdown").asText().isEmpty()) {
        expected.add(
            "%s %s %s %s -> %s"
                .formatted(
                    cell.at("/indicator").asText(),
                    cell.at("/region").asText(),
                    cell.at("/period").asText(),
                    number(cell.at("/before")),
                    number(cell.at("/after"))));
      }
    }
    assertThat(here)
        .contains("venture.stock JP-12 FY2007 20 -> 21", "venture.stock JP-13 FY2007 428 -> 427")
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String number(JsonNode side) {
    return side.at("/value").asText(side.at("/status").asText());
  }

  private static void feed(String bootstrapServers, Path positions, Path files, int published) {
    ControlTopic.ensure(Cluster.open(bootstrapServers), HistoryFeed.CONTROL_TOPIC);
    HistoryFeed feed =
        new HistoryFeed(
            Map.of("type", "hadoop", "warehouse", files.toUri().toString()),
            Map.of("bootstrap.servers", bootstrapServers),
            Duration.ofSeconds(2));
    try (ConnectWorker worker =
        ConnectWorker.startSinks(bootstrapServers, positions, PluginFolders.path())) {
      worker.run(HistoryFeed.HISTORY, feed.history(TOPICS, Map.of()));
      worker.run(HistoryFeed.EVENTS, feed.events(TOPICS, Map.of()));
      await()
          .atMost(RunningWarehouse.PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                assertThat(worker.failure(HistoryFeed.HISTORY)).isEmpty();
                assertThat(worker.failure(HistoryFeed.EVENTS)).isEmpty();
                assertThat(rows(files, TOPICS.indicatorHistory().name())).hasSize(published);
                assertThat(rows(files, TOPICS.ventures().name()))
                    .anySatisfy(row -> assertThat(row.getField("source")).isEqualTo("manual"));
              });
    }
  }

  private static void forget(String bootstrapServers, String entity) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(TOPICS.ventures().name(), entity, null)).get();
    }
  }

  /** Of docs/warehouse.md, asked for the moment of a cut. */
  private static String question(String name, Cut cut) {
    String question = QuestionsFile.question(name);
    assertThat(question).contains(DAY);
    return question.replace(DAY, MICROS.format(cut.getAt()));
  }

  private static Map<String, String> knownAt(DuckDb duckDb, Cut cut) throws SQLException {
    Map<String, String> cells = new HashMap<>();
    for (Map<String, String> row : duckDb.rows(question("as known on", cut))) {
      List<String> key = List.copyOf(row.keySet()).subList(0, 7);
      put(
          cells,
          String.join("|", key.stream().map(row::get).toList()),
          row.get("status"),
          decimal(row.get("value")) + " " + row.get("exact"));
    }
    return cells;
  }

  /** As the question's cast: twelve places. */
  private static String decimal(Object value) {
    return value == null
        ? "null"
        : new BigDecimal(value.toString())
            .setScale(12, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }

  /** As docs/warehouse.md asks: the last value of each cell before the cut's own record. */
  private static Map<String, String> knownAt(List<Record> history, long sequence) {
    long end =
        history.stream()
            .filter(row -> row.getField("sequence") != null)
            .filter(row -> (long) row.getField("sequence") == sequence)
            .mapToLong(row -> (long) row.getField("offset"))
            .max()
            .orElseThrow();
    Map<String, String> cells = new HashMap<>();
    history.stream()
        .filter(row -> row.getField("sequence") == null && (long) row.getField("offset") < end)
        .sorted(Comparator.comparingLong(row -> (long) row.getField("offset")))
        .forEach(
            row ->
                put(
                    cells,
                    key(
                        row.getField("indicator"),
                        row.getField("version"),
                        row.getField("group"),
                        row.getField("region"),
                        row.getField("period"),
                        row.getField("breakdown"),
                        row.getField("unit")),
                    row.getField("status"),
                    decimal(row.getField("value")) + " " + row.getField("exact")));
    return cells;
  }

  private static void put(Map<String, String> cells, String key, Object status, String value) {
    if (status.toString().equals("MISSING")) {
      cells.remove(key);
    } else {
      cells.put(key, value + " " + status);
    }
  }

  private static String key(Object... parts) {
    return String.join("|", List.of(parts).stream().map(Object::toString).toList());
  }

  private static List<String> partitions(Path files, String table) throws IOException {
    try (HadoopCatalog catalog = new HadoopCatalog(new Configuration(), files.toUri().toString())) {
      return catalog.loadTable(TableIdentifier.parse(table)).spec().fields().stream()
          .map(field -> field.name() + ": " + field.transform())
          .toList();
    }
  }

  private static List<Record> rows(Path files, String table) throws IOException {
    try (HadoopCatalog catalog = new HadoopCatalog(new Configuration(), files.toUri().toString())) {
      Table found = catalog.loadTable(TableIdentifier.parse(table));
      List<Record> rows = new ArrayList<>();
      try (CloseableIterable<Record> records = IcebergGenerics.read(found).build()) {
        records.forEach(rows::add);
      }
      return rows;
    }
  }

  /** The topic, by this test's own reading. */
  private record Published(List<Map.Entry<String, SpecificRecord>> records, List<Cut> cuts) {
    static Published read(String bootstrapServers) {
      List<Map.Entry<String, SpecificRecord>> records = new ArrayList<>();
      List<Cut> cuts = new ArrayList<>();
      try (TopicScan<SpecificRecord> scan =
          TopicScan.of(bootstrapServers, TOPICS.indicatorHistory(), Pulse.STEADY)) {
        scan.read(
            0,
            (key, value) -> {
              records.add(Map.entry(key, value));
              if (value instanceof Cut cut) {
                cuts.add(cut);
              }
              return true;
            });
      }
      return new Published(records, cuts);
    }

    Map<String, String> knownAt(Cut wanted) {
      Map<String, String> cells = new HashMap<>();
      for (Map.Entry<String, SpecificRecord> record : records) {
        if (record.getValue() instanceof IndicatorValue cell) {
          put(
              cells,
              record.getKey(),
              cell.getStatus(),
              decimal(cell.getValue()) + " " + cell.getExact());
        } else if (((Cut) record.getValue()).getSequence() == wanted.getSequence()) {
          return cells;
        }
      }
      throw new IllegalStateException("no cut " + wanted);
    }
  }
}
