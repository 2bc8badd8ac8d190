package org.kuroshio.streams.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlushTimesTest {
  private static final long NOW = 1_800_000_000_000L;

  private final FlushTimes times = new FlushTimes(Duration.ofMillis(50));

  @Test
  void shouldFlushAtEachTickWhereLittleChanges() {
    times.flushed(NOW, 10);

    assertThat(times.isDue(NOW + 50, 0)).isTrue();
  }

  @Test
  void shouldRestTheLongerTheMoreWasSentAndHalfASecondAtMost() {
    times.flushed(NOW, 800);
    assertThat(times.isDue(NOW + 199, 0)).isFalse();
    assertThat(times.isDue(NOW + 200, 0)).isTrue();

    times.flushed(NOW, 1_000_000);
    assertThat(times.isDue(NOW + 499, 0)).isFalse();
    assertThat(times.isDue(NOW + 500, 0)).isTrue();
  }

  @Test
  void shouldFlushSeldomAndWithAllOthersWhileThereIsMuchToCatchUpWith() {
    FlushTimes other = new FlushTimes(Duration.ofMillis(50));
    times.flushed(NOW + 100, 0);
    other.flushed(NOW + 900, 500_000);
    long much = FlushTimes.MUCH_TO_CATCH_UP + 1;
    long some = FlushTimes.TO_CATCH_UP + 1;

    assertThat(times.isDue(NOW + 9_999, much)).isFalse();
    assertThat(times.isDue(NOW + 10_000, much)).isTrue();
    assertThat(other.isDue(NOW + 10_000, much)).isTrue();
    assertThat(times.isDue(NOW + 1_999, some)).isFalse();
    assertThat(times.isDue(NOW + 2_000, some)).isTrue();
    assertThat(times.isDue(NOW + 150, 0)).isTrue();
  }
}
