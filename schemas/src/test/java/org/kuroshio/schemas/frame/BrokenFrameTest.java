package org.kuroshio.schemas.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.frame.UndecodableException.Reason;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.venture.VentureEvent;

class BrokenFrameTest {
  private static final Topic<VentureEvent> TOPIC = Fixtures.topics().ventures();
  private static final byte[] GOOD = Fixtures.bytes(Events.venture("v").build());

  @Test
  void shouldSayWhyBytesAreNoFrame() {
    assertThat(reason(new byte[3])).isEqualTo(Reason.NOT_FRAMED);
    assertThat(reason("{\"entityId\":1}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Reason.NOT_FRAMED);
  }

  @Test
  void shouldNameUnknownId() {
    byte[] bytes = GOOD.clone();
    bytes[4] ^= 1;

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(UndecodableException.class)
        .hasMessageContaining(String.valueOf(Frame.schemaId(bytes)))
        .hasMessageContaining("newer release");
  }

  @Property
  void shouldReportEveryTruncation(@ForAll @IntRange(min = 5) int length) {
    byte[] bytes = Arrays.copyOf(GOOD, length % (GOOD.length - 5) + 5);

    assertThat(reason(bytes)).isEqualTo(Reason.TRUNCATED);
  }

  @Property
  void shouldNeverFailInAnotherWay(@ForAll @Size(min = 1, max = 200) byte[] body) {
    byte[] bytes = Arrays.copyOf(GOOD, 5 + body.length);
    System.arraycopy(body, 0, bytes, 5, body.length);

    Throwable failure = catchThrowable(() -> read(bytes));

    if (failure != null) {
      assertThat(failure).isInstanceOf(UndecodableException.class);
    }
  }

  @Property
  void shouldNeverFailInAnotherWayOnOneBrokenByte(
      @ForAll @IntRange(min = 5, max = 120) int at, @ForAll byte value) {
    byte[] bytes = GOOD.clone();
    bytes[Math.min(at, bytes.length - 1)] = value;

    Throwable failure = catchThrowable(() -> read(bytes));

    if (failure != null) {
      assertThat(failure).isInstanceOf(UndecodableException.class);
    }
  }

  private static Reason reason(byte[] bytes) {
    return ((UndecodableException) catchThrowable(() -> read(bytes))).reason();
  }

  private static VentureEvent read(byte[] bytes) {
    return TOPIC.values().deserializer().deserialize(TOPIC.name(), bytes);
  }
}
