package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.frame.UndecodableException.Reason;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.CutOffset;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.schemas.venture.VentureEvent;

class FrameSerdeTest {
  private static final Topics TOPICS = Fixtures.topics();
  private static final Cut CUT =
      Cut.newBuilder()
          .setCut("0123456789abcdef")
          .setSequence(1)
          .setAsOf(LocalDate.parse("2021-07-16"))
          .setAt(Instant.parse("2021-07-16T00:00:00Z"))
          .setOffsets(List.of(new CutOffset("innovation.ventures", 0, 12L)))
          .setCount(3)
          .build();

  record Sent(Topic<? extends SpecificRecord> topic, SpecificRecord value) {}

  static Stream<Sent> everyShape() {
    return Stream.of(
        new Sent(TOPICS.programs(), Events.project("p").leads("JP-13", "JP-ZZ").build()),
        new Sent(TOPICS.programs(), Events.funding("f").money("1234.5", "USD").build()),
        new Sent(TOPICS.patents(), Events.application("a").inventors("JP-12", "US-CA").build()),
        new Sent(TOPICS.ventures(), Events.registryChange("r").version(3).build()),
        new Sent(TOPICS.ventures(), Events.venture("v").withdrawn().build()),
        new Sent(TOPICS.reference(), Events.observation("o").standsFor(7).build()),
        new Sent(TOPICS.reference(), Events.reportedFigure("g").between("1", "2").build()),
        new Sent(TOPICS.reference(), Events.coverage("c").build()),
        new Sent(TOPICS.indicators(), CUT));
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void shouldReadWhatItWrote(Sent sent) {
    byte[] bytes = Fixtures.bytes(sent.value());

    assertThat(read(sent.topic(), bytes)).isEqualTo(sent.value());
  }

  @Test
  void shouldFrameAsConfluentDoes() {
    VentureEvent event = Events.registryChange("r").build();

    ByteBuffer bytes = ByteBuffer.wrap(Fixtures.bytes(event));

    assertThat(bytes.get()).isZero();
    assertThat(Fixtures.ids().schemaOf(bytes.getInt())).isEqualTo(VentureEvent.getClassSchema());
  }

  @Test
  void shouldPassTerminalThrough() {
    var values = TOPICS.ventures().values();

    assertThat(values.serializer().serialize("t", null)).isNull();
    assertThat(values.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void shouldReadBothTypesOfTablesTopic() {
    IndicatorValue cell =
        IndicatorValue.newBuilder()
            .setIndicator("company.created")
            .setVersion(1)
            .setGroup("JP")
            .setRegion("JP-13")
            .setPeriod("2021-07-14")
            .setBreakdown("")
            .setUnit("companies")
            .setStatus(Status.NORMAL)
            .setCut("0123456789abcdef")
            .setUpdatedAt(Instant.EPOCH)
            .build();

    assertThat(read(TOPICS.indicators(), Fixtures.bytes(cell))).isEqualTo(cell);
    assertThat(read(TOPICS.indicators(), Fixtures.bytes(CUT))).isEqualTo(CUT);
  }

  @Test
  void shouldKeepDecimalsExact() {
    ProgramEvent event = Events.funding("f").money("12345678901234567890.0001", "JPY").build();

    Funding read =
        (Funding) ((ProgramEvent) read(TOPICS.programs(), Fixtures.bytes(event))).getEntity();

    assertThat(read.getMoney().getAmount())
        .isEqualByComparingTo(new BigDecimal("12345678901234567890.0001"));
  }

  @Test
  void shouldRefuseRecordTypeOfAnotherTopic() {
    byte[] bytes = Fixtures.bytes(CUT);

    assertThatThrownBy(() -> read(TOPICS.ventures(), bytes))
        .isInstanceOfSatisfying(
            UndecodableException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.UNEXPECTED_TYPE))
        .hasMessageContaining("Cut")
        .hasMessageContaining("VentureEvent");
  }

  @Test
  void shouldNameMissingFieldWhenWriting() {
    VentureEvent event = Events.registryChange("r").build();
    event.setSource(null);

    assertThatThrownBy(() -> Fixtures.bytes(event))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("source");
  }

  @Test
  void shouldServeManyThreads() throws InterruptedException, ExecutionException {
    VentureEvent event = Events.venture("v").build();
    byte[] bytes = Fixtures.bytes(event);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> readings = new ArrayList<>();

    for (int i = 0; i < 4; i++) {
      readings.add(
          threads.submit(
              () ->
                  IntStream.range(0, 500)
                      .forEach(n -> assertThat(read(TOPICS.ventures(), bytes)).isEqualTo(event))));
    }

    for (Future<?> reading : readings) {
      reading.get();
    }
    threads.shutdown();
  }

  @Test
  void shouldRefuseTrailingBytes() {
    byte[] bytes = Fixtures.bytes(CUT);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

    assertThatThrownBy(() -> read(TOPICS.indicators(), longer))
        .isInstanceOfSatisfying(
            UndecodableException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.TRAILING_BYTES));
  }

  private static Object read(Topic<?> topic, byte[] bytes) {
    return topic.values().deserializer().deserialize(topic.name(), bytes);
  }
}
