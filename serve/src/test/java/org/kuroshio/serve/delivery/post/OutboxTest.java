package org.kuroshio.serve.delivery.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.backoff.Backoff;
import org.kuroshio.serve.delivery.fixture.Alerts;
import org.kuroshio.serve.delivery.settings.Pacing;

class OutboxTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final Pacing PACING =
      new Pacing(
          Duration.ofSeconds(2),
          3,
          2,
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(8),
          Duration.ofMinutes(10));
  private static final UndeliveredException AWAY = new UndeliveredException("away");

  private final Outbox outbox = new Outbox(PACING, PACING.backoff(new Random(1)));

  @Test
  void shouldSendTogetherWhatComesWithinTheWait() {
    outbox.add(Alerts.fired(1), 10, NOW);
    outbox.add(Alerts.fired(2), 12, NOW.plusSeconds(1));

    assertThat(outbox.due(NOW.plusMillis(1_999))).isNull();
    assertThat(outbox.due(NOW.plusSeconds(2)).transitions())
        .containsExactly(Alerts.fired(1), Alerts.fired(2));
  }

  @Test
  void shouldNotWaitForMoreThanAMessageHolds() {
    for (int i = 0; i < 3; i++) {
      outbox.add(Alerts.fired(i), i, NOW);
    }

    assertThat(outbox.isFull()).isTrue();
    assertThat(outbox.due(NOW).transitions()).hasSize(3);
  }

  @Test
  void shouldSettleOnlyWhatWasDeliveredOrPassedOver() {
    outbox.pass(4);
    assertThat(outbox.settled()).isEqualTo(5);

    outbox.add(Alerts.fired(1), 5, NOW);
    outbox.pass(6);
    assertThat(outbox.settled()).isEqualTo(5);

    outbox.due(NOW.plusSeconds(2));
    outbox.add(Alerts.fired(2), 7, NOW.plusSeconds(2));
    assertThat(outbox.settled()).isEqualTo(5);

    outbox.delivered(NOW.plusSeconds(2));
    assertThat(outbox.settled()).isEqualTo(7);
  }

  @Test
  void shouldRepeatTheSameMessageAfterAFailureWhateverHasComeSince() {
    outbox.add(Alerts.fired(1), 1, NOW);
    Outbox.Message first = outbox.due(NOW.plusSeconds(2));
    outbox.failed(AWAY, NOW.plusSeconds(2));
    outbox.add(Alerts.fired(2), 2, NOW.plusSeconds(3));

    assertThat(outbox.due(NOW.plusSeconds(2).plusMillis(499))).isNull();
    assertThat(outbox.due(NOW.plusSeconds(5))).isEqualTo(first);
    assertThat(outbox.settled()).isEqualTo(1);
  }

  @Test
  void shouldRestAsLongAsTheOtherSideAsks() {
    outbox.add(Alerts.fired(1), 1, NOW);
    outbox.due(NOW.plusSeconds(2));
    outbox.failed(
        new UndeliveredException("busy", Optional.of(Duration.ofSeconds(90)), null),
        NOW.plusSeconds(2));

    assertThat(outbox.due(NOW.plusSeconds(91))).isNull();
    assertThat(outbox.due(NOW.plusSeconds(92))).isNotNull();
  }

  @Test
  void shouldHoldBackBeyondTheRateAndSendTheRestTogether() {
    for (int i = 0; i < 2; i++) {
      outbox.add(Alerts.fired(i), i, NOW.plusSeconds(3 * i));
      outbox.due(NOW.plusSeconds(3 * i + 2));
      outbox.delivered(NOW.plusSeconds(3 * i + 2));
    }
    outbox.add(Alerts.fired(7), 7, NOW.plusSeconds(10));
    outbox.add(Alerts.fired(8), 8, NOW.plusSeconds(20));

    assertThat(outbox.due(NOW.plusSeconds(61))).isNull();
    assertThat(outbox.due(NOW.plusSeconds(62)).transitions())
        .containsExactly(Alerts.fired(7), Alerts.fired(8));
  }

  @Test
  void shouldGiveUpAMessageOnlyAfterItsTimeAndGoOnWithTheNext() {
    outbox.add(Alerts.fired(1), 1, NOW);
    outbox.due(NOW.plusSeconds(2));
    assertThat(outbox.failed(AWAY, NOW.plusSeconds(2))).isFalse();
    outbox.add(Alerts.fired(2), 2, NOW.plusSeconds(3));
    Instant end = NOW.plusSeconds(2).plus(PACING.giveUpAfter());
    outbox.due(end);

    assertThat(outbox.failed(AWAY, end)).isTrue();
    assertThat(outbox.settled()).isEqualTo(2);
    assertThat(outbox.due(end.plusSeconds(60)).transitions()).containsExactly(Alerts.fired(2));
  }

  @Test
  void shouldDoublePausesUpToTheLongest() {
    Backoff backoff = PACING.backoff(new Random(1));

    assertThat(backoff.pause(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(backoff.pause(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(backoff.pause(60)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
  }
}
