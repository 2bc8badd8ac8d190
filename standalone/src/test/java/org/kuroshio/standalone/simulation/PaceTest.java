package org.kuroshio.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong nanos = new AtomicLong(17);

  @Test
  void shouldSpreadEventsOverTheSecond() {
    // Given
    Pace pace = new Pace(4, nanos::get);
    Duration total = Duration.ZERO;

    // When
    for (int i = 0; i < 9; i++) {
      Duration wait = pace.next();
      nanos.addAndGet(wait.toNanos());
      total = total.plus(wait);
    }

    // Then
    assertThat(total).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void shouldMakeUpForOneSecondAtMost() {
    // Given
    Pace pace = new Pace(10, nanos::get);
    nanos.addAndGet(Duration.ofMinutes(5).toNanos());
    int atOnce = 0;

    // When
    while (pace.next().isZero()) {
      atOnce++;
    }

    // Then
    assertThat(atOnce).isBetween(10, 11);
  }

  @Test
  void shouldRefuseARateThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SimulationPlan(1, 0))
        .withMessage("rate must be 1 to 100000 events a second, was 0");
  }
}
