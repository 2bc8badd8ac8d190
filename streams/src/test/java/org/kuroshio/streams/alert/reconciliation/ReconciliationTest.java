package org.kuroshio.streams.alert.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.reconciliation.ReportedTest;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.CellChange;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.MarkerKind;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.BaseSumKey;
import org.kuroshio.streams.GoldenTopology;
import org.kuroshio.streams.alert.Driven;
import org.kuroshio.streams.alert.TickingClock;

class ReconciliationTest {
  private static final Duration SETTLED = Duration.ofSeconds(1);

  @TempDir private Path directory;
  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());
  private final Topics topics = Fixtures.topics(1);
  private final TickingClock clock = new TickingClock("2026-11-23T00:00:00Z");
  private final Source reference = new Source(topics.reference().name(), 0);
  private List<AlertCondition> told = List.of();
  private Driven driven;
  private TestOutputTopic<String, AlertCondition> conditions;

  @BeforeEach
  void start() {
    driven = new Driven(topology(), directory, clock);
    conditions = driven.output(topics.alertConditions());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  @Test
  void shouldKeepItsShape() {
    GoldenTopology.assertSame("reconciliation", topology());
  }

  @Test
  void shouldTellOnceBothFigureAndValueHaveSettled() {
    figure("774", 1);
    value("700");
    driven.pass(Duration.ZERO);
    value("744");
    driven.pass(Duration.ofMillis(999));
    driven.pass(Duration.ofMillis(999));
    assertThat(said()).isEmpty();
    driven.pass(SETTLED);

    assertThat(said()).containsExactly("reported.differs+");
  }

  @Test
  void shouldCallItCorrectedWhenTheFigureIsGone() {
    figure("774", 1);
    value("744");
    settle();
    figure("774", 0);
    settle();

    assertThat(said()).containsExactly("reported.differs+", "reported.differs-CORRECTED");
  }

  @Test
  void shouldForgetWhatAFullSendingLeavesOut() {
    figure("774", 1);
    value("744");
    settle();
    marker(MarkerKind.RESET);
    settle();
    assertThat(said()).containsExactly("reported.differs+");
    marker(MarkerKind.END);
    settle();

    assertThat(said()).containsExactly("reported.differs-CORRECTED");
  }

  @Test
  void shouldSayNothingTwiceAfterARestart() {
    figure("774", 1);
    value("744");
    settle();
    told = conditions.readValuesToList();
    driven.close();

    start();
    figure("774", 1);
    value("744");
    settle();

    assertThat(said()).isEmpty();
  }

  private void settle() {
    driven.pass(Duration.ZERO);
    driven.pass(SETTLED);
  }

  private List<String> said() {
    return Driven.said(conditions.readValuesToList());
  }

  private void figure(String value, long presence) {
    String item = String.join("\n", "", "FY2007", "", value, "", "", "0.5", "paper:figure:F061");
    BaseKey key = new BaseKey("figure:venture.stock", "", 0, 0, "JP-KANTO11", item, "firms");
    BaseSum sum =
        new BaseSum(
            reference.topic(),
            0,
            key.measure(),
            "",
            0,
            0,
            key.regions(),
            item,
            key.unit(),
            presence);
    driven.send(
        topics.baseSums(), new BaseSumKey(reference, key).text(), presence == 0 ? null : sum);
  }

  private void marker(MarkerKind kind) {
    driven.send(
        topics.baseSums(),
        BaseSumKey.marker(reference, kind),
        new BaseMarker(reference.topic(), 0, kind, 1L, 1L, Instant.EPOCH, ""));
  }

  private void value(String number) {
    IndicatorValue cell =
        IndicatorValue.newBuilder()
            .setIndicator("venture.stock")
            .setVersion(1)
            .setGroup("")
            .setRegion("JP-KANTO11")
            .setPeriod("FY2007")
            .setBreakdown("")
            .setUnit("firms")
            .setValue(number)
            .setExact(number)
            .setStatus(Status.NORMAL)
            .setCut("")
            .setUpdatedAt(Instant.EPOCH)
            .build();
    driven.send(topics.indicators(), CellChange.key(cell), cell);
    driven.send(
        topics.indicators(),
        "cut",
        Cut.newBuilder()
            .setCut("0")
            .setSequence(1)
            .setAsOf(LocalDate.of(2026, 11, 23))
            .setAt(clock.instant())
            .setOffsets(List.of())
            .setCount(1)
            .build());
  }

  private Topology topology() {
    Regions regions = Regions.shipped();
    return new Reconciliation(
            topics,
            new AlertRules(catalogue, regions).with(List.of()).of(ReportedTest.class),
            catalogue,
            regions,
            Driven.TICK,
            () -> told,
            clock)
        .get();
  }
}
