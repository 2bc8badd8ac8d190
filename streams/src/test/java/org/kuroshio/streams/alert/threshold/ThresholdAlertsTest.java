package org.kuroshio.streams.alert.threshold;

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
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.CellChange;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.GoldenTopology;
import org.kuroshio.streams.alert.Driven;
import org.kuroshio.streams.alert.TickingClock;

class ThresholdAlertsTest {
  @TempDir private Path directory;
  private final Topics topics = Fixtures.topics(1);
  private final TickingClock clock = new TickingClock("2026-11-23T00:00:00Z");
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
    GoldenTopology.assertSame("threshold-alerts", topology());
  }

  @Test
  void shouldJudgeACutAsAWhole() {
    cell("venture.stock", "JP-10", "11");
    cell("venture.core_stock", "JP-10", "12");
    cut(1);
    driven.pass(Driven.TICK);
    assertThat(said()).containsExactly("tables.core_within_all+");

    cell("venture.core_stock", "JP-10", "13");
    cell("venture.stock", "JP-10", "13");
    driven.pass(Driven.TICK);
    assertThat(said()).isEmpty();
    cut(2);

    assertThat(said()).containsExactly("tables.core_within_all-CORRECTED");
  }

  @Test
  void shouldNoticeASilentSourceByTheClock() {
    driven.send(
        topics.sourceStatus(),
        "nta|",
        SourceStatus.newBuilder()
            .setSource("nta")
            .setSlice("")
            .setState(SourceState.WAITING)
            .setAt(clock.instant())
            .setRhythmSeconds(3_600L)
            .setRead(0)
            .setPublished(0)
            .setKnown(0)
            .setIgnored(0)
            .build());
    driven.pass(Duration.ofHours(3));
    assertThat(said()).isEmpty();
    driven.pass(Duration.ofSeconds(1));

    assertThat(said()).containsExactly("source.silent+");
  }

  private List<String> said() {
    return Driven.said(conditions.readValuesToList());
  }

  private void cell(String indicator, String region, String value) {
    IndicatorValue cell =
        IndicatorValue.newBuilder()
            .setIndicator(indicator)
            .setVersion(1)
            .setGroup("")
            .setRegion(region)
            .setPeriod("FY2007")
            .setBreakdown("")
            .setUnit("firms")
            .setValue(value)
            .setExact(value)
            .setStatus(Status.NORMAL)
            .setCut("")
            .setUpdatedAt(Instant.EPOCH)
            .build();
    driven.send(topics.indicators(), CellChange.key(cell), cell);
  }

  private void cut(long sequence) {
    driven.send(
        topics.indicators(),
        "cut",
        Cut.newBuilder()
            .setCut("0")
            .setSequence(sequence)
            .setAsOf(LocalDate.of(2026, 11, 23))
            .setAt(clock.instant())
            .setOffsets(List.of())
            .setCount(0)
            .build());
  }

  private Topology topology() {
    return new ThresholdAlerts(
            topics,
            new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped()).with(List.of()),
            Driven.TICK,
            List::of,
            clock)
        .get();
  }
}
