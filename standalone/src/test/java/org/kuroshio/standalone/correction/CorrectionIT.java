package org.kuroshio.standalone.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.table.TablesReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.load.Display;
import org.kuroshio.standalone.load.Load;
import org.kuroshio.standalone.load.LoadPlan;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;

/** Corrections of the paper's ventures, on a real broker. The tests follow one another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionIT {
  private static final String HEADER = "entityId,op,field,value\n";
  private static final String VENTURE = "paper:venture:JP-13:0001";
  private static final Topics TOPICS = Topics.of(new BundledIds());

  private Path temp;
  private Session session;

  @BeforeAll
  void loadThePaper(@TempDir Path directory) {
    temp = directory;
    session =
        Session.open(
            DataDirectory.openOrCreate(temp.resolve("data"), "test"),
            0,
            Logs.start(false),
            failure -> {});
    load("paper", List.of());
  }

  @AfterAll
  void close() {
    session.close();
  }

  @Test
  @Order(1)
  void shouldWriteNothingWhereOneRowIsWrong() throws IOException {
    // Given
    String before = cut();

    // When
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(
            () ->
                correct(
                    VENTURE + ",CORRECT,headquarters.region,JP-12\n",
                    "paper:venture:JP-13:00002,WITHDRAW,,\n",
                    "paper:venture:JP-13:0003,CORRECT,headquarters.region,JP-60\n"))
        .withMessageContaining(
            "line 3, column entityId, value 'paper:venture:JP-13:00002': no entity has this id; did"
                + " you mean 'paper:venture:JP-13:0002'?")
        .withMessageContaining("line 4, column value, value 'JP-60'");

    // Then
    assertThat(cut()).isEqualTo(before);
    assertThat(stock("JP-13")).isEqualTo("428");
  }

  /** Law 6, and the golden test 3: 427 and 21. */
  @Test
  @Order(2)
  void shouldMoveAVentureSoThatNoReaderSeesItTwiceOrNever() throws IOException {
    // Given
    String before = cut();
    Map<String, String> ranks = cells("venture.rank", "JP-KANTO11");

    // When
    Correction.Outcome outcome = correct(VENTURE + ",CORRECT,headquarters.region,JP-12\n");

    // Then
    assertThat(outcome.corrected()).isEqualTo(1);
    assertThat(outcome.cut()).contains(cut());
    assertThat(outcome.differences())
        .containsExactly(new Difference(VENTURE, "headquarters.region", "JP-13", "JP-12"));
    assertThat(seenSince(before))
        .containsExactly(
            new Seen("428", "20", "744", "1773"), new Seen("427", "21", "744", "1773"));
    assertThat(cells("venture.rank", "JP-KANTO11")).isEqualTo(ranks);
    assertThat(cells("venture.share_of_country", "JP")).containsEntry("JP-12", "0.0118443316413");
  }

  @Test
  @Order(3)
  void shouldOutliveAReloadOfTheSourceAndYieldToItsNextVersion() throws IOException {
    // Given
    Files.walk(session.directory().connect())
        .filter(Files::isRegularFile)
        .forEach(file -> assertThat(file.toFile().delete()).isTrue());
    Path next = temp.resolve("next.jsonl");
    Files.writeString(
        next,
        """
        {"entityId": "%s", "version": 2, "publishedAt": "2018-01-01T00:00:00Z", "entity": {"Venture": \
        {"ventureId": "1", "observedActiveOn": "2008-03-31", "headquarters": {"role": "HEADQUARTERS", "region": "JP-14"}}}}
        """
            .formatted(VENTURE));

    // When
    LoadCounts reloaded = load("paper", List.of());
    String afterReload = stock("JP-12");
    load("events", List.of(next.toString()));

    // Then
    assertThat(reloaded.published()).isEqualTo(2060);
    assertThat(afterReload).isEqualTo("21");
    assertThat(stock("JP-12")).isEqualTo("20");
    assertThat(stock("JP-14")).isEqualTo("132");
  }

  @Test
  @Order(4)
  void shouldWithdrawAndRestore() throws IOException {
    // Given
    String niigata = "paper:venture:JP-15:0001";

    // When
    correct(niigata + ",WITHDRAW,,\n");
    String without = stock("JP-15");
    Correction.Outcome again = correct(niigata + ",WITHDRAW,,\n");
    correct(niigata + ",RESTORE,,\n");

    // Then
    assertThat(without).isEqualTo("9");
    assertThat(again.corrected()).isZero();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(again.cut()).isEmpty();
    assertThat(stock("JP-15")).isEqualTo("10");
  }

  private record Seen(String tokyo, String chiba, String region, String country) {}

  /** What a committed reader who looks at every single cut sees from one cut on. */
  private Set<Seen> seenSince(String first) {
    Set<Seen> seen = new LinkedHashSet<>();
    IndicatorTable table = new IndicatorTable();
    try (TopicScan<SpecificRecord> cells =
        TopicScan.of(session.bootstrapServers(), TOPICS.indicators(), Pulse.STEADY)) {
      cells.read(
          0,
          (key, value) -> {
            if (value instanceof Cut cut) {
              table.apply(cut);
              if (cut.getCut().equals(first) || !seen.isEmpty()) {
                seen.add(look(table));
              }
            } else {
              table.apply(key, (IndicatorValue) value);
            }
            return true;
          });
    }
    return seen;
  }

  private static Seen look(IndicatorTable table) {
    Map<String, String> values = values(table, "venture.stock", "");
    return new Seen(
        values.get("JP-13"), values.get("JP-12"), values.get("JP-KANTO11"), values.get("JP"));
  }

  private Correction.Outcome correct(String... rows) throws IOException {
    Path file = temp.resolve("fix.csv");
    Files.writeString(file, HEADER + String.join("", rows));
    Author author = new Author("fix.csv", "test", "", Instant.parse("2026-11-23T10:00:00Z"));
    return new Correction(session, StopRequest.never()).run(CorrectionPlan.of(file, author));
  }

  private LoadCounts load(String source, List<String> inputs) {
    Display quiet =
        new Display() {
          @Override
          public void reading(LoadCounts counts) {}

          @Override
          public void computing(LoadCounts counts) {}
        };
    return new Load(session, StopRequest.never(), quiet)
        .run(LoadPlan.of(source, inputs, OptionalInt.empty()))
        .report()
        .counts();
  }

  private IndicatorTable tables() {
    return new TablesReader(session.bootstrapServers(), Pulse.STEADY).latest();
  }

  private String cut() {
    return tables().cut().orElseThrow().getCut();
  }

  private String stock(String region) {
    return cells("venture.stock", "").get(region);
  }

  private Map<String, String> cells(String indicator, String group) {
    return values(tables(), indicator, group);
  }

  /** Of FY2007, by region. */
  private static Map<String, String> values(IndicatorTable table, String indicator, String group) {
    return table.cells(indicator, "FY2007", "").stream()
        .filter(cell -> cell.getGroup().equals(group) && cell.getValue() != null)
        .collect(
            Collectors.toMap(
                IndicatorValue::getRegion,
                cell -> new BigDecimal(cell.getValue()).toPlainString()));
  }
}
