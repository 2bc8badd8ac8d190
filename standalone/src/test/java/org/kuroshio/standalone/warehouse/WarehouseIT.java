package org.kuroshio.standalone.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.standalone.connect.ConnectWorker;
import org.kuroshio.standalone.endtoend.Kuroshio;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.WarehouseException;
import org.kuroshio.warehouse.feed.TablesFeed;
import org.kuroshio.warehouse.reconcile.Comparison;

/**
 * The paper's tables in PostgreSQL, by the real sink. First what a load leaves there, then what
 * happens when somebody publishes by hand, or something breaks.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarehouseIT {
  private static final String CELL = "venture.stock|1||JP-13|FY2007|category=TEST|ventures";
  private static final String OTHER = "venture.stock|1||JP-12|FY2007|category=TEST|ventures";

  private Path temp;
  private Kuroshio kuroshio;
  private RunningWarehouse warehouse;

  @BeforeAll
  void load(@TempDir Path folder) {
    temp = folder;
    kuroshio = new Kuroshio(folder.resolve("data"));
    kuroshio.loaded("paper");
    kuroshio.loaded("population-jp");
    RunningWarehouse.usePlugins();
  }

  @AfterAll
  void stop() {
    if (warehouse != null) {
      warehouse.close();
    }
  }

  @Test
  @Order(1)
  void shouldFillAndReconcileADirectoryOnTheCommandLine() {
    Kuroshio.Result reconciled = kuroshio.run("warehouse", "reconcile");
    assertThat(reconciled.status()).as(reconciled.out() + reconciled.err()).isZero();
    assertThat(reconciled.out()).contains("0 missing, 0 unknown, 0 differing").endsWith("equal\n");
    Kuroshio.Result status = kuroshio.run("warehouse", "status");
    assertThat(status.status()).as(status.out() + status.err()).isZero();
    assertThat(status.out()).contains("state      up to date");
  }

  @Test
  @Order(2)
  void shouldHoldEveryCellOfTheTopicAndSayWhatDiffers() throws SQLException {
    // Given
    warehouse = new RunningWarehouse(kuroshio.data());
    warehouse.awaitUpToDate();
    Comparison equal = warehouse.compare();
    assertThat(equal).matches(Comparison::isEqual, "equal");
    assertThat(equal.cells()).isGreaterThan(50_000);

    // When
    warehouse.execute(
        "UPDATE kuroshio_feed.cell SET value = value + 0.5 WHERE indicator = 'venture.stock'"
            + " AND region = 'JP-13' AND period = 'FY2007' AND breakdown = ''");
    warehouse.execute(
        "UPDATE kuroshio_feed.cell SET cell = cell || '?' WHERE indicator = 'venture.stock'"
            + " AND region = 'JP-12' AND period = 'FY2007' AND breakdown = ''");
    Comparison changed = warehouse.compare();
    warehouse.execute(
        "UPDATE kuroshio_feed.cell SET value = value - 0.5 WHERE indicator = 'venture.stock'"
            + " AND region = 'JP-13' AND period = 'FY2007' AND breakdown = ''");
    warehouse.execute("UPDATE kuroshio_feed.cell SET cell = trim(cell, '?')");

    // Then
    assertThat(changed.isEqual()).isFalse();
    assertThat(changed.differing()).isEqualTo(1);
    assertThat(changed.missing()).isEqualTo(1);
    assertThat(changed.unknown()).isEqualTo(1);
    assertThat(changed.sums()).containsOnlyKeys("venture.stock");
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
  }

  @Test
  @Order(3)
  void shouldGiveThePapersNumbersExactly() throws SQLException {
    assertThat(
            warehouse.rows(
                "SELECT exact_n, exact_d, numerator_n, denominator_n FROM kuroshio.value"
                    + " WHERE indicator = 'venture.share_of_country' AND region = 'JP-KANTO11'"
                    + " AND period = 'FY2007' AND breakdown = ''"))
        .containsExactly(List.of("248", "591", "744", "1773"));
    Map<String, String> inDatabase = new HashMap<>();
    warehouse
        .rows(
            "SELECT region, value FROM kuroshio.value WHERE indicator = 'venture.stock'"
                + " AND period = 'FY2007' AND breakdown = ''")
        .forEach(row -> inDatabase.put(row.get(0), row.get(1)));
    assertThat(inDatabase).containsEntry("JP-KANTO11", "744").containsEntry("JP", "1773");
  }

  @Test
  @Order(4)
  void shouldDescribeEveryTableAndEveryColumn() throws SQLException {
    assertThat(
            warehouse.rows(
                """
                SELECT n.nspname, c.relname, a.attname FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                WHERE n.nspname IN ('kuroshio', 'kuroshio_feed') AND c.relkind IN ('r', 'v')
                AND col_description(c.oid, a.attnum) IS NULL
                UNION ALL
                SELECT n.nspname, c.relname, '' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('kuroshio', 'kuroshio_feed') AND c.relkind IN ('r', 'v')
                AND obj_description(c.oid) IS NULL\
                """))
        .isEmpty();
  }

  @Test
  @Order(5)
  void shouldNameEveryIndicatorAndRegionOfAFactInThreeLanguages() throws SQLException {
    assertThat(
            warehouse.rows(
                "SELECT DISTINCT v.indicator FROM kuroshio.value v LEFT JOIN kuroshio.indicator i"
                    + " USING (indicator) WHERE i.title_en IS NULL OR i.title_ja IS NULL OR"
                    + " i.title_zh IS NULL"))
        .isEmpty();
    assertThat(
            warehouse.rows(
                "SELECT DISTINCT v.region FROM kuroshio.value v LEFT JOIN kuroshio.region r USING"
                    + " (region) WHERE r.name_en IS NULL"))
        .isEmpty();
    assertThat(
            warehouse.rows(
                "SELECT name_en, name_ja, name_zh FROM kuroshio.region WHERE region = 'JP-13'"))
        .containsExactly(List.of("Tokyo", "東京都", "东京都"));
    assertThat(
            warehouse.value(
                "SELECT count(*) FROM kuroshio.region_group WHERE region_group = 'JP-KANTO11'"))
        .contains("11");
  }

  @Test
  @Order(6)
  void shouldGivePeriodsTheDaysThatTheTablesMean() throws SQLException {
    Regions regions = Regions.shipped();
    List<List<String>> expected = new ArrayList<>();
    List<List<String>> actual =
        warehouse.rows(
            "SELECT period, country, type, first_day, last_day FROM kuroshio.period"
                + " WHERE type NOT IN ('TD', 'UNALLOCATED')");
    for (List<String> row : actual) {
      Period period = Period.parse(row.get(0), regions.calendar(row.get(1)).orElse(null));
      expected.add(
          List.of(
              row.get(0),
              row.get(1),
              period.type().name(),
              period.start().toString(),
              period.end().toString()));
    }
    assertThat(actual).hasSizeGreaterThan(100).containsExactlyElementsOf(expected);
    assertThat(
            warehouse.rows(
                "SELECT kuroshio_feed.days('FY2007', 10, 'END'), kuroshio_feed.days('FY2007', 1,"
                    + " 'START')"))
        .containsExactly(List.of("[2006-10-01,2007-10-01)", "[2007-01-01,2008-01-01)"));
    assertThat(
            warehouse.rows(
                "SELECT DISTINCT first_day FROM kuroshio.period WHERE type IN ('TD',"
                    + " 'UNALLOCATED')"))
        .containsExactly(java.util.Collections.singletonList(null));
  }

  @Test
  @Order(6)
  void shouldAnswerTheAnalystsQuestions() throws SQLException {
    // the share of the capital region: 744 of 1,773, as the paper counts and prints 58 %
    assertThat(warehouse.rows(QuestionsFile.question("share")))
        .anySatisfy(
            row -> {
              assertThat(row.subList(0, 3))
                  .containsExactly("FY2007", "Kanto-wide area (11 prefectures)", "広域関東圏（1都10県）");
              assertThat(row.subList(3, 6)).containsExactly("744", "1773", "41.96");
            });

    // all of it came within the month; each indicator with the number of its cells
    List<List<String>> changes = warehouse.rows(QuestionsFile.question("changes"));
    assertThat(changes.stream().mapToLong(row -> Long.parseLong(row.get(2))).sum())
        .isEqualTo(
            Long.parseLong(warehouse.value("SELECT count(*) FROM kuroshio.value").orElseThrow()));
    assertThat(changes).extracting(row -> row.get(0)).contains("venture.stock");

    // 428 ventures of Tokyo in FY2007 over its inhabitants, and no growth where nothing is before
    List<List<String>> growth = warehouse.rows(QuestionsFile.question("growth"));
    assertThat(growth).isNotEmpty();
    for (List<String> row : growth) {
      Map<String, String> values = new HashMap<>();
      warehouse
          .rows(
              "SELECT period, value FROM kuroshio.value WHERE indicator = '%s' AND region = '%s'"
                  .formatted(row.get(1), row.get(2)))
          .forEach(cell -> values.put(cell.get(0), cell.get(1)));
      int year = Integer.parseInt(row.get(4).substring(2));
      assertThat(new BigDecimal(row.get(5)))
          .as("%s", row)
          .isEqualByComparingTo(
              new BigDecimal(values.get("FY" + year))
                  .subtract(new BigDecimal(values.get("FY" + (year - 1)))));
    }
  }

  @Test
  @Order(6)
  void shouldListEveryViewAndColumnForDbt() throws SQLException {
    List<String> listed =
        Pattern.compile("^ +- name: (\\w+)$|^ +- \\{name: (\\w+)", Pattern.MULTILINE)
            .matcher(QuestionsFile.sources())
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .toList();
    assertThat(listed)
        .containsAll(
            warehouse
                .rows(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                        + " 'kuroshio' UNION SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'kuroshio'")
                .stream()
                .map(row -> row.get(0))
                .toList());
  }

  @Test
  @Order(6)
  void shouldPrepareAndCompareADatabaseThatRunsElsewhere() {
    // Given
    String[] place = {
      "--kafka",
      warehouse.session().bootstrapServers(),
      "--database",
      warehouse.role().database().url()
    };

    // When
    Kuroshio.Result prepared =
        Kuroshio.plain("warehouse", "prepare", place[0], place[1], place[2], place[3]);
    Kuroshio.Result compared =
        Kuroshio.plain("warehouse", "reconcile", place[0], place[1], place[2], place[3]);

    // Then
    assertThat(prepared.status()).as(prepared.err()).isZero();
    assertThat(prepared.out())
        .contains("\"connector.class\" : \"io.debezium.connector.jdbc.JdbcSinkConnector\"")
        .contains("${env:KUROSHIO_WAREHOUSE_PASSWORD}");
    assertThat(compared.out()).as(compared.err()).endsWith("equal\n");
    assertThat(Kuroshio.plain("warehouse", "status", place[0], place[1]).err())
        .contains("need --database");
  }

  @Test
  @Order(7)
  void shouldShowNothingOfACutBeforeItIsWhole() throws Exception {
    // Given
    Cut last = last();

    // When: two cells, and not the end of their cut
    warehouse.publish(CELL, cell("JP-13", "1", "1/3"));
    warehouse.publish(OTHER, cell("JP-12", "2", "123456789012345678901234567890/7"));
    await()
        .atMost(RunningWarehouse.PATIENCE)
        .untilAsserted(() -> assertThat(warehouse.status().waiting()).isEqualTo(2));

    // Then
    assertThat(testCells()).isEmpty();

    // When
    warehouse.publish("cut", next(last, 1, 2));
    warehouse.awaitUpToDate();

    // Then
    assertThat(testCells())
        .containsExactly(
            List.of("JP-12", "2", "123456789012345678901234567890", "7"),
            List.of("JP-13", "1", "1", "3"));
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
  }

  @Test
  @Order(8)
  void shouldChangeAndDropCellsInOneGo() throws Exception {
    Cut last = last();
    warehouse.publish(CELL, (byte[]) null);
    warehouse.publish(OTHER, cell("JP-12", "5", "5"));
    warehouse.publish(OTHER, cell("JP-12", "6", "6"));
    warehouse.publish("cut", next(last, 1, -1));
    warehouse.awaitUpToDate();
    assertThat(testCells()).containsExactly(List.of("JP-12", "6", "6", "1"));
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
  }

  @Test
  @Order(9)
  void shouldWaitWhereCutsAreMissingUntilTheNumbersAgreeOrTwoCutsAreInARow() throws Exception {
    // Given: cuts that were compacted away, and a number of cells that can't be
    Cut last = last();
    warehouse.publish(CELL, cell("JP-13", "7", "7"));
    warehouse.publish("cut", next(last, 5, 100));
    await()
        .atMost(RunningWarehouse.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(warehouse.value("SELECT max(sequence) FROM kuroshio.cuts"))
                    .contains(String.valueOf(last.getSequence() + 5)));
    assertThat(testCells()).containsExactly(List.of("JP-12", "6", "6", "1"));

    // When: the numbers agree
    warehouse.publish("cut", next(last, 9, 1));
    warehouse.awaitUpToDate();

    // Then
    assertThat(testCells()).hasSize(2);

    // When: they don't, but nothing can be missing
    warehouse.publish(CELL, (byte[]) null);
    warehouse.publish("cut", next(last, 20, 100));
    warehouse.publish("cut", next(last, 21, 0));
    warehouse.awaitUpToDate();

    // Then
    assertThat(testCells()).containsExactly(List.of("JP-12", "6", "6", "1"));
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
  }

  @Test
  @Order(10)
  void shouldRejectWhatCannotBeReadAndGoOn() throws Exception {
    // Given
    Cut last = last();
    warehouse.publish("broken", new byte[] {9, 9, 9, 9, 9, 9});

    // When
    warehouse.publish(OTHER, cell("JP-12", "8", "8"));
    warehouse.publish("cut", next(last, 1, 0));
    warehouse.awaitUpToDate();

    // Then
    assertThat(testCells()).containsExactly(List.of("JP-12", "8", "8", "1"));

    // When: a cell that its publisher counts
    warehouse.publish(CELL, new byte[] {9, 9, 9, 9, 9, 9});
    warehouse.publish("cut", next(last, 2, 1));

    // Then
    await()
        .atMost(RunningWarehouse.PATIENCE)
        .untilAsserted(() -> assertThat(status()).contains("state      not whole"));
    warehouse.publish(CELL, (byte[]) null);
    warehouse.publish("cut", next(last, 3, 0));
    warehouse.awaitUpToDate();
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
    await()
        .atMost(RunningWarehouse.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(rejections())
                    .hasSize(2)
                    .allSatisfy(
                        rejection -> {
                          assertThat(rejection.getSource()).isEqualTo("warehouse");
                          assertThat(rejection.getUri())
                              .isEqualTo(warehouse.topics().indicators().name());
                          assertThat(rejection.getPosition()).startsWith("partition 0, offset ");
                          assertThat(rejection.getStage()).isEqualTo(RejectionStage.DECODE);
                          assertThat(rejection.getReason()).isEqualTo("not-framed");
                          assertThat(rejection.getDetail()).contains("byte 0x09");
                        }));
  }

  @Test
  @Order(11)
  void shouldGoOnWhenTheDatabaseWasKilled() throws Exception {
    // Given
    Cut last = last();
    Path postmaster = kuroshio.data().resolve("warehouse/postgresql/postmaster.pid");
    long before = Long.parseLong(java.nio.file.Files.readAllLines(postmaster).get(0).strip());
    assertThat(ProcessHandle.of(before).orElseThrow().destroyForcibly()).isTrue();

    // When
    warehouse.publish(OTHER, cell("JP-12", "9", "9"));
    warehouse.publish("cut", next(last, 1, 0));
    warehouse.awaitUpToDate();

    // Then
    assertThat(testCells()).containsExactly(List.of("JP-12", "9", "9", "1"));
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
    assertThat(Long.parseLong(java.nio.file.Files.readAllLines(postmaster).get(0).strip()))
        .isNotEqualTo(before);
  }

  @Test
  @Order(12)
  void shouldSayWhatIsWrongWithALoginOrATableThatSomebodyChanged() throws Exception {
    // Given
    Database right = warehouse.role().database();
    Database wrong = new Database(right.url(), "nobody", "secret");
    assertThatThrownBy(wrong::connect)
        .isInstanceOf(WarehouseException.class)
        .hasMessageContaining("nobody")
        .message()
        .doesNotContain("secret");

    // When
    Map<String, String> settings =
        new HashMap<>(
            TablesFeed.settings(wrong, warehouse.topics().indicators().name(), Map.of(), 1));
    try (ConnectWorker worker =
        ConnectWorker.startSinks(
            warehouse.session().bootstrapServers(), temp, PluginFolders.path())) {
      worker.run("wrong-login", settings);

      // Then
      await()
          .atMost(RunningWarehouse.PATIENCE)
          .untilAsserted(
              () -> assertThat(worker.failure("wrong-login").orElse("")).contains("nobody"));
    }

    // When
    Cut last = last();
    warehouse.execute("ALTER TABLE kuroshio_feed.change RENAME COLUMN ranked TO ranking");
    warehouse.publish(OTHER, cell("JP-12", "10", "10"));
    warehouse.publish("cut", next(last, 1, 0));

    // Then
    await()
        .atMost(RunningWarehouse.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(warehouse.role().trouble().orElse("")).contains("kuroshio_feed.change"));
    warehouse.execute("ALTER TABLE kuroshio_feed.change RENAME COLUMN ranking TO ranked");
    warehouse.awaitUpToDate();
    assertThat(testCells()).containsExactly(List.of("JP-12", "10", "10", "1"));
  }

  @Test
  @Order(13)
  void shouldReadAgainWhereTheDatabaseIsOlderThanThePosition() throws Exception {
    // Given: as after the restore of a backup
    warehouse.stop();
    try (var database = WarehouseRole.database(warehouse.session(), 0);
        var connection = database.database().connect();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE kuroshio_feed.progress SET seen_offset = 10, shown_offset = 10");
      statement.execute("DELETE FROM kuroshio_feed.cell WHERE region LIKE 'JP-1%'");
      statement.execute(
          "INSERT INTO kuroshio_feed.cell SELECT 'gone since then', indicator, version,"
              + " region_group, region, period, breakdown, unit, value, exact_n, exact_d,"
              + " numerator_n, numerator_d, denominator_n, denominator_d, rank, ranked, status,"
              + " reason, cut, updated_at FROM kuroshio_feed.cell LIMIT 1");
    }

    // When
    warehouse.start();
    warehouse.awaitUpToDate();

    // Then
    assertThat(warehouse.compare()).matches(Comparison::isEqual, "equal");
  }

  private String status() {
    return Kuroshio.plain(
            "warehouse",
            "status",
            "--kafka",
            warehouse.session().bootstrapServers(),
            "--database",
            warehouse.role().database().url())
        .out();
  }

  private Cut last() {
    return warehouse.topic().lastCut().orElseThrow().cut();
  }

  /** A later cut with more cells, or fewer. */
  private static Cut next(Cut cut, int steps, int more) {
    return Cut.newBuilder(cut)
        .setSequence(cut.getSequence() + steps)
        .setCells(cut.getCells() + more)
        .build();
  }

  private static IndicatorValue cell(String region, String value, String exact) {
    return IndicatorValue.newBuilder()
        .setIndicator("venture.stock")
        .setVersion(1)
        .setGroup("")
        .setRegion(region)
        .setPeriod("FY2007")
        .setBreakdown("category=TEST")
        .setUnit("ventures")
        .setValue(value)
        .setExact(exact)
        .setStatus(org.kuroshio.schemas.table.Status.NORMAL)
        .setCut("0123456789abcdef")
        .setUpdatedAt(
            LocalDate.parse("2021-07-16").atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
        .build();
  }

  private List<List<String>> testCells() throws SQLException {
    return warehouse.rows(
        "SELECT region, value, exact_n, exact_d FROM kuroshio.value WHERE breakdown ="
            + " 'category=TEST' ORDER BY region");
  }

  private List<Rejection> rejections() {
    Map<String, Rejection> found = new HashMap<>();
    try (TopicScan<Rejection> scan =
        TopicScan.of(
            Cluster.open(warehouse.session().bootstrapServers()),
            warehouse.topics().rejected(),
            Pulse.STEADY)) {
      scan.read(
          0,
          (key, rejection) -> {
            Optional.ofNullable(rejection)
                .filter(one -> one.getSource().equals("warehouse"))
                .ifPresent(one -> found.put(key, one));
            return true;
          });
    }
    return List.copyOf(found.values());
  }
}
