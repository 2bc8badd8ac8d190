package org.kuroshio.streams.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.EventFixture;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.MarkerKind;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.Backlog;
import org.kuroshio.streams.GoldenTopology;
import org.kuroshio.streams.RestoredOffsets;

class EntityCellsTest {
  private static final Duration FLUSH = Duration.ofMillis(50);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path directory;
  private final Topics topics = Fixtures.topics(1);
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> ventures;
  private TestOutputTopic<String, SpecificRecord> sums;
  private TestOutputTopic<String, Rejection> rejected;

  @BeforeEach
  void start() {
    driver = new TopologyTestDriver(topology(), settings());
    ventures =
        driver.createInputTopic(
            topics.ventures().name(), new ByteArraySerializer(), new ByteArraySerializer());
    sums =
        driver.createOutputTopic(
            topics.baseSums().name(),
            new StringDeserializer(),
            topics.baseSums().values().deserializer());
    rejected =
        driver.createOutputTopic(
            topics.rejected().name(),
            new StringDeserializer(),
            topics.rejected().values().deserializer());
    driver.advanceWallClockTime(FLUSH);
    sums.readValuesToList();
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void shouldKeepItsShape() {
    GoldenTopology.assertSame("entity-cells", topology());
  }

  @Test
  void shouldFrameTheFirstSendingOfEachPartition() {
    // Given
    driver.close();
    driver = new TopologyTestDriver(topology(), settings());
    sums =
        driver.createOutputTopic(
            topics.baseSums().name(),
            new StringDeserializer(),
            topics.baseSums().values().deserializer());

    // When
    driver.advanceWallClockTime(FLUSH);

    // Then
    List<MarkerKind> kinds = new ArrayList<>();
    sums.readValuesToList().forEach(v -> kinds.add(((BaseMarker) v).getKind()));
    assertThat(kinds)
        .containsExactly(
            MarkerKind.RESET,
            MarkerKind.END,
            MarkerKind.RESET,
            MarkerKind.END,
            MarkerKind.RESET,
            MarkerKind.END,
            MarkerKind.RESET,
            MarkerKind.END);
  }

  @Test
  void shouldSendTheChangedSumsOfAMoveTogether() {
    // Given
    send(Events.registryChange("r1").process("01").on("2021-07-14").region("JP-13").version(1));
    driver.advanceWallClockTime(FLUSH);
    sums.readValuesToList();

    // When
    send(Events.registryChange("r1").process("01").on("2021-07-14").region("JP-12").version(2));
    driver.advanceWallClockTime(FLUSH);

    // Then
    List<TestRecord<String, SpecificRecord>> sent = sums.readRecordsToList();
    assertThat(sent).hasSize(3);
    assertThat(sent.get(0).value()).isNull();
    assertThat(sent.get(0).key()).contains("|JP-13|");
    assertThat(((BaseSum) sent.get(1).value()).getRegions()).isEqualTo("JP-12");
    assertThat(((BaseMarker) sent.get(2).value()).getRecordsApplied()).isEqualTo(2);
    assertThat(((BaseMarker) sent.get(2).value()).getThroughOffset()).isEqualTo(2);
  }

  @Test
  void shouldIgnoreAnOlderVersionThatComesLater() {
    // Given
    send(Events.registryChange("r1").process("01").on("2021-07-14").region("JP-12").version(2));
    driver.advanceWallClockTime(FLUSH);
    sums.readValuesToList();

    // When
    send(Events.registryChange("r1").process("01").on("2021-07-14").region("JP-13").version(1));
    driver.advanceWallClockTime(FLUSH);

    // Then
    assertThat(sums.readValuesToList()).singleElement().isInstanceOf(BaseMarker.class);
  }

  @Test
  void shouldSendNothingWhileNothingComes() {
    // When
    driver.advanceWallClockTime(FLUSH.multipliedBy(20));

    // Then
    assertThat(sums.isEmpty()).isTrue();
  }

  @Test
  void shouldRejectWhatCanNotBeReadAndGoOn() {
    // When
    ventures.pipeInput("x".getBytes(StandardCharsets.UTF_8), new byte[] {9, 9, 9});
    send(Events.registryChange("r1").process("01").on("2021-07-14").region("JP-13"));
    driver.advanceWallClockTime(FLUSH);

    // Then
    Rejection rejection = rejected.readValue();
    assertThat(rejection.getReason()).isEqualTo("undecodable");
    assertThat(rejection.getPosition()).isEqualTo("partition 0, offset 0");
    assertThat(sums.readValuesToList()).hasSize(2);
  }

  @Test
  void shouldDropNothingInSilence() {
    // Given
    ventures.pipeInput(null, new byte[] {1});

    // When
    double dropped =
        driver.metrics().entrySet().stream()
            .filter(m -> m.getKey().name().equals("dropped-records-total"))
            .mapToDouble(m -> (double) m.getValue().metricValue())
            .sum();

    // Then
    assertThat(dropped).isZero();
    assertThat(rejected.readValue().getReason()).isEqualTo("no-key");
  }

  private void send(EventFixture<?, ?> event) {
    ventures.pipeInput(event.key().getBytes(StandardCharsets.UTF_8), Fixtures.bytes(event.build()));
  }

  private Topology topology() {
    return new EntityCells(
            topics,
            Fixtures.ids(),
            CatalogueFiles.shipped(List.of()),
            Regions.shipped(),
            FLUSH,
            new RestoredOffsets(),
            new Backlog(),
            CLOCK)
        .get();
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "entity-cells");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }
}
