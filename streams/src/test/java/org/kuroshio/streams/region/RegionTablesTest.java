package org.kuroshio.streams.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.ShrunkException;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.MarkerKind;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.Backlog;
import org.kuroshio.streams.BaseSumKey;
import org.kuroshio.streams.GoldenTopology;
import org.kuroshio.streams.RestoredOffsets;

class RegionTablesTest {
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
  private static final int DAY = 18_822;

  @TempDir private Path directory;
  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());
  private final Topics topics = Fixtures.topics(1);
  private final Source ventures = new Source(topics.ventures().name(), 0);
  private PublishedTables.Snapshot known = new PublishedTables.Snapshot(List.of(), 0, 0);
  private TopologyTestDriver driver;
  private TestInputTopic<String, SpecificRecord> sums;
  private TestOutputTopic<String, SpecificRecord> tables;
  private TestOutputTopic<String, SpecificRecord> history;

  @BeforeEach
  void start() {
    driver = new TopologyTestDriver(topology(), settings());
    sums =
        driver.createInputTopic(
            topics.baseSums().name(),
            new StringSerializer(),
            topics.baseSums().values().serializer());
    tables =
        driver.createOutputTopic(
            topics.indicators().name(),
            new StringDeserializer(),
            topics.indicators().values().deserializer());
    history =
        driver.createOutputTopic(
            topics.indicatorHistory().name(),
            new StringDeserializer(),
            topics.indicatorHistory().values().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void shouldKeepItsShape() {
    GoldenTopology.assertSame("region-tables", topology());
  }

  @Test
  void shouldPublishNothingBeforeEveryPartitionHasSentAllItsSums() {
    // Given
    sum("JP-13", 3);
    marker(ventures, MarkerKind.END, 3);

    // When
    driver.advanceWallClockTime(INTERVAL);

    // Then
    assertThat(tables.isEmpty()).isTrue();
  }

  @Test
  void shouldEndTheCellsOfACutWithItsRecord() {
    // Given
    completeWith(() -> sum("JP-13", 3));

    // When
    driver.advanceWallClockTime(INTERVAL);

    // Then
    List<TestRecord<String, SpecificRecord>> published = tables.readRecordsToList();
    assertThat(published).hasSizeGreaterThan(3);
    Cut cut = (Cut) published.get(published.size() - 1).value();
    assertThat(published.get(published.size() - 1).key()).isEqualTo("cut");
    assertThat(cut.getCount()).isEqualTo(published.size() - 1);
    assertThat(cut.getSequence()).isEqualTo(1);
    assertThat(values(published)).allSatisfy(v -> assertThat(v.getCut()).isEqualTo(cut.getCut()));
    assertThat(values(published))
        .anySatisfy(
            v -> {
              assertThat(v.getIndicator()).isEqualTo("company.created");
              assertThat(v.getRegion()).isEqualTo("JP-13");
              assertThat(v.getPeriod()).isEqualTo("2021-07-14");
              assertThat(v.getValue()).isEqualTo("3");
              assertThat(v.getStatus()).isEqualTo(Status.NORMAL);
            });
    assertThat(history.readRecordsToList()).hasSameSizeAs(published);
  }

  @Test
  void shouldHoldBackHalfOfACorrection() {
    // Given
    completeWith(() -> sum("JP-13", 1));
    driver.advanceWallClockTime(INTERVAL);
    tables.readRecordsToList();

    // When
    gone("JP-13");
    driver.advanceWallClockTime(INTERVAL);

    // Then
    assertThat(tables.isEmpty()).isTrue();

    // When
    sum("JP-12", 1);
    marker(ventures, MarkerKind.FLUSH, 4);
    driver.advanceWallClockTime(INTERVAL);

    // Then
    List<TestRecord<String, SpecificRecord>> published = tables.readRecordsToList();
    assertThat(published)
        .anySatisfy(
            r ->
                assertThat(r.key() + r.value())
                    .startsWith("company.created|1||JP-13|2021-07-14")
                    .endsWith("null"));
    assertThat(values(published)).noneSatisfy(v -> assertThat(v.getRegion()).isEqualTo("JP"));
  }

  @Test
  void shouldTakeBackCellsThatNothingComputesAnyMore() {
    // Given
    driver.close();
    IndicatorValue stranger =
        IndicatorValue.newBuilder()
            .setIndicator("dropped.indicator")
            .setVersion(1)
            .setGroup("")
            .setRegion("JP")
            .setPeriod("TD")
            .setBreakdown("")
            .setUnit("things")
            .setValue("7")
            .setStatus(Status.NORMAL)
            .setCut("0")
            .setUpdatedAt(Instant.EPOCH)
            .build();
    known = new PublishedTables.Snapshot(List.of(stranger), 41, 0);
    start();
    completeWith(() -> {});

    // When
    driver.advanceWallClockTime(INTERVAL);

    // Then
    List<TestRecord<String, SpecificRecord>> published = tables.readRecordsToList();
    assertThat(published.get(0).key()).isEqualTo("dropped.indicator|1||JP|TD||things");
    assertThat(published.get(0).value()).isNull();
    assertThat(((Cut) published.get(1).value()).getSequence()).isEqualTo(42);
    assertThat(((IndicatorValue) history.readRecordsToList().get(0).value()).getStatus())
        .isEqualTo(Status.MISSING);
  }

  @Test
  void shouldRefuseSumsThatRestOnFewerEventsThanBefore() {
    // Given
    completeWith(() -> sum("JP-13", 3));
    driver.advanceWallClockTime(INTERVAL);

    // When
    marker(ventures, MarkerKind.RESET, 0);

    // Then
    assertThatThrownBy(() -> marker(ventures, MarkerKind.END, 2))
        .hasRootCauseInstanceOf(ShrunkException.class)
        .rootCause()
        .hasMessageContaining("had 3 events in its sums and now has 2");
  }

  @Test
  void shouldWaitForTheSumsThatReadersHaveSeen() {
    // Given
    driver.close();
    known = new PublishedTables.Snapshot(List.of(), 0, 1_000);
    start();
    completeWith(() -> sum("JP-13", 3));

    // When
    driver.advanceWallClockTime(INTERVAL);

    // Then
    assertThat(tables.isEmpty()).isTrue();
  }

  private void completeWith(Runnable venturesSums) {
    for (Topic<?> events : topics.events()) {
      Source source = new Source(events.name(), 0);
      marker(source, MarkerKind.RESET, 0);
      if (source.equals(ventures)) {
        venturesSums.run();
      }
      marker(source, MarkerKind.END, source.equals(ventures) ? 3 : 0);
    }
  }

  private void sum(String region, long sum) {
    BaseKey key = key(region);
    sums.pipeInput(
        new BaseSumKey(ventures, key).text(),
        new BaseSum(ventures.topic(), 0, key.measure(), "", DAY, DAY, region, "", "", sum));
  }

  private void gone(String region) {
    sums.pipeInput(new BaseSumKey(ventures, key(region)).text(), null);
  }

  private static BaseKey key(String region) {
    return new BaseKey("company.created@1", "", DAY, DAY, region, "", "");
  }

  private void marker(Source source, MarkerKind kind, long events) {
    sums.pipeInput(
        BaseSumKey.marker(source, kind),
        new BaseMarker(
            source.topic(),
            source.partition(),
            kind,
            events,
            events,
            Instant.EPOCH,
            catalogue.fingerprint()));
  }

  private static List<IndicatorValue> values(List<TestRecord<String, SpecificRecord>> records) {
    List<IndicatorValue> values = new ArrayList<>();
    for (TestRecord<String, SpecificRecord> record : records) {
      if (record.value() instanceof IndicatorValue value) {
        values.add(value);
      }
    }
    return values;
  }

  private Topology topology() {
    return new RegionTables(
            topics,
            catalogue,
            Regions.shipped(),
            INTERVAL,
            () -> known,
            new RestoredOffsets(),
            new Backlog(),
            CLOCK)
        .get();
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "region-tables");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }
}
