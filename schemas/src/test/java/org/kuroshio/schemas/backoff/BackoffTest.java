package org.kuroshio.schemas.backoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Test
  void shouldDoubleUpToTheLongestAndStaySpreadOut() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));

    for (int failures = 1; failures < 200; failures++) {
      Duration grown = Duration.ofSeconds(1L << Math.min(failures - 1, 20));
      Duration most = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
      assertThat(backoff.pause(failures)).isBetween(most.dividedBy(2), most);
    }
  }

  @Test
  void shouldRefuseAPauseThatNeverGrows() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, LONGEST, new Random()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(LONGEST, FIRST, new Random()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
