package org.kuroshio.ingest.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPauseTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT2M",
    "'Wed, 25 Nov 2026 12:00:30 GMT', PT30S",
    "'Wed, 25 Nov 2026 11:00:00 GMT', PT0S",
    "999999999, PT24H"
  })
  void shouldUnderstandWhatThePublisherAsksFor(String said, Duration pause) {
    assertThat(RetryPause.asked(said, NOW)).contains(pause);
  }

  @Test
  void shouldNotUnderstandRubbish() {
    assertThat(RetryPause.asked("soon", NOW)).isEmpty();
    assertThat(RetryPause.asked("-5", NOW)).isEmpty();
  }

  @Test
  void shouldGrowAndStaySpreadOut() {
    RetryPause backoff = new RetryPause(new SplittableRandom(1));

    for (int failures = 1; failures < 200; failures++) {
      Duration most = Duration.ofMinutes(15);
      Duration grown = Duration.ofSeconds(1L << Math.min(failures - 1, 20));
      assertThat(backoff.pause(failures))
          .isPositive()
          .isLessThanOrEqualTo(grown.compareTo(most) < 0 ? grown : most);
    }
  }
}
