package org.kuroshio.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StallsTest {
  private static final Throwable STALL =
      new StreamsException("commit", new InvalidTxnStateException("aborted"));

  private Instant now = Instant.parse("2026-11-30T00:00:00Z");
  private final Stalls stalls =
      new Stalls(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              throw new UnsupportedOperationException();
            }
          });

  @Test
  void shouldForgiveACommitThatCameTooLate() {
    assertThat(stalls.forgives(STALL)).isTrue();
  }

  @Test
  void shouldNotForgiveWhatIsBroken() {
    assertThat(stalls.forgives(new StreamsException("x", new TopicAuthorizationException("y"))))
        .isFalse();
    assertThat(stalls.forgives(new IllegalStateException())).isFalse();
  }

  @Test
  void shouldNotForgiveForEverButAgainLater() {
    for (int i = 0; i < 5; i++) {
      assertThat(stalls.forgives(STALL)).isTrue();
    }
    assertThat(stalls.forgives(STALL)).isFalse();

    now = now.plusSeconds(601);

    assertThat(stalls.forgives(STALL)).isTrue();
  }
}
