package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.Contributor;
import org.kuroshio.indicators.explain.Explanation;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.explanation.EntityEvent;
import org.kuroshio.serve.explanation.EntityIndex;
import org.kuroshio.serve.explanation.EventOffsets;
import org.kuroshio.serve.explanation.EventReader;
import org.kuroshio.serve.explanation.Explained;
import org.kuroshio.serve.explanation.Explanations;
import org.kuroshio.serve.explanation.KafkaEventLog;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.table.TablesReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.load.Display;
import org.kuroshio.standalone.load.Load;
import org.kuroshio.standalone.load.LoadPlan;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.session.StopRequest;

/** The paper's numbers explained, from a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperExplainedIT {
  private static final BundledIds IDS = new BundledIds();
  private static final Topics TOPICS = Topics.of(IDS);

  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());
  private final Regions regions = Regions.shipped();
  private Session session;
  private KafkaEventLog log;
  private IndicatorTable table;
  private Explanations explanations;

  @BeforeAll
  void loadThePaper(@TempDir Path temp) {
    session =
        Session.open(
            DataDirectory.openOrCreate(temp.resolve("data"), "test"),
            0,
            Logs.start(false),
            failure -> {});
    LoadPlan paper = LoadPlan.of("paper", List.of(), OptionalInt.empty());
    new Load(session, StopRequest.never(), new NoDisplay()).run(paper);
    log =
        new KafkaEventLog(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, session.bootstrapServers()), () -> {});
    table = new TablesReader(session.bootstrapServers(), Pulse.STEADY).latest();
    EntityIndex index = new EntityIndex(log, TOPICS, IDS, catalogue, regions);
    explanations = new Explanations(catalogue, regions, index, new EventReader(log, TOPICS));
  }

  @AfterAll
  void close() {
    log.close();
    session.close();
  }

  @Test
  void shouldListThe744VenturesOfTheRegion() {
    Explained explained = explain("venture.stock", "JP-KANTO11", "JP-KANTO11", 0, 1_000);

    Explanation stock = explained.cells().get(0);
    List<Contributor> ventures = stock.entities().orElseThrow().shown();
    assertThat(ventures).hasSize(744).allMatch(venture -> venture.adds().exactText().equals("1"));
    assertThat(stock.published().orElseThrow().getExact()).isEqualTo("744");
    assertThat(explained.contradictions()).isEmpty();
    assertThat(ventures)
        .allSatisfy(
            venture -> {
              EntityEvent event = explained.event(venture).orElseThrow();
              assertThat(event.entityId()).isEqualTo(venture.entityId());
              assertThat(event.source()).isEqualTo("paper");
              assertThat(event.uri()).endsWith("ventures.csv");
              assertThat(event.position()).matches("line \\d+");
            });
  }

  @Test
  void shouldShow744Of1773BehindTheShare() {
    Explanation share =
        explain("venture.share_of_country", "JP-KANTO11", "JP-KANTO11", 1, 5).cells().get(0);

    assertThat(share.calculation()).isEqualTo("744/1773");
    assertThat(share.published().orElseThrow().getExact()).isEqualTo("248/591");
    assertThat(share.inputs())
        .extracting(input -> input.of().entities().orElseThrow().entities())
        .containsExactly(744L, 1773L);
  }

  /** Whatever kind: what stands behind every cell of these columns makes the cell. */
  @Test
  void shouldMakeEveryCellOfThePaperFromWhatStandsBehindIt() {
    Set<String> indicators = new TreeSet<>();
    List<String> wrong = new ArrayList<>();

    for (IndicatorValue cell : table.cells()) {
      if (!Set.of("FY2007", "TD", "2006").contains(cell.getPeriod())) {
        continue;
      }
      Explained explained = explanations.explain(table, question(cell), 0, 0);
      wrong.addAll(explained.contradictions());
      indicators.add(cell.getIndicator());
    }

    assertThat(wrong).isEmpty();
    assertThat(indicators).hasSizeGreaterThan(20).contains("venture.rank", "venture.cagr");
  }

  @Test
  void shouldRefuseToAnswerFromALogThatHasLostEvents() {
    var source = EventOffsets.of(table.cut().orElseThrow()).sources().iterator().next();

    assertThatThrownBy(() -> log.read(source, 0, 1_000_000, (key, value, offset) -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the log has lost events");
  }

  private static final class NoDisplay implements Display {
    @Override
    public void reading(LoadCounts counts) {}

    @Override
    public void computing(LoadCounts counts) {}
  }

  private Explained explain(String indicator, String group, String region, int depth, int most) {
    CellQuestion asked = new CellQuestion(indicator, group, region, "FY2007", "");
    return explanations.explain(table, asked, depth, most);
  }

  private static CellQuestion question(IndicatorValue cell) {
    String group = cell.getGroup().isEmpty() ? "WORLD" : cell.getGroup();
    return new CellQuestion(
        cell.getIndicator(),
        group,
        cell.getRegion(),
        cell.getPeriod(),
        cell.getBreakdown(),
        cell.getUnit());
  }
}
