package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;
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

  @Test
  void shouldGiveTheTablesOfTheLastCutAndOfAnEarlierOne(@TempDir Path temp) throws Exception {
    // Given
    RunningWarehouse.usePlugins();
    Kuroshio kuroshio = new Kuroshio(temp.resolve("data"));
    kuroshio.loaded("paper");
    kuroshio.loaded("population-jp");
    Path files = Files.createDirectory(temp.resolve("iceberg"));
    DataDirectory directory = DataDirectory.openExisting(kuroshio.data(), "test");
    try (Session session = Session.open(directory, 0, Logs.start(false), failure -> {})) {
      Published published = Published.read(session.bootstrapServers());
      ControlTopic.ensure(Cluster.open(session.bootstrapServers()), HistoryFeed.CONTROL_TOPIC);
      HistoryFeed feed =
          new HistoryFeed(
              Map.of("type", "hadoop", "warehouse", files.toUri().toString()),
              Map.of("bootstrap.servers", session.bootstrapServers()),
              Duration.ofSeconds(2));

      // When
      try (ConnectWorker worker =
          ConnectWorker.startSinks(session.bootstrapServers(), temp, PluginFolders.path())) {
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
                  assertThat(rows(files, TOPICS.indicatorHistory().name()))
                      .hasSize(published.records().size());
                  assertThat(rows(files, TOPICS.ventures().name())).hasSizeGreaterThan(1700);
                });
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
      for (Cut cut : List.of(last, earlier)) {
        Map<String, String> then = knownAt(history, cut.getSequence());
        assertThat(then).hasSize((int) cut.getCells()).isEqualTo(published.knownAt(cut));
      }
      assertThat(
              rows(files, TOPICS.ventures().name()).stream()
                  .filter(row -> row.getField("source").equals("paper")))
          .hasSize(1773);
    }
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
                    row.getField("value") + " " + row.getField("exact")));
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
          put(cells, record.getKey(), cell.getStatus(), cell.getValue() + " " + cell.getExact());
        } else if (((Cut) record.getValue()).getSequence() == wanted.getSequence()) {
          return cells;
        }
      }
      throw new IllegalStateException("no cut " + wanted);
    }
  }
}
