package org.kuroshio.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.CutOffset;

class DelaysTest {
  private static final long MILLI = 1_000_000;

  private final Delays delays = new Delays(100 * MILLI);

  @Test
  void shouldCountEachEventOnceItsCutIsSeenAndNoneOfTheWarmUp() {
    // Given
    delays.sent("ventures", 0, 7, 99 * MILLI);
    delays.sent("ventures", 0, 8, 100 * MILLI);
    delays.sent("ventures", 0, 9, 110 * MILLI);
    delays.sent("ventures", 1, 8, 120 * MILLI);

    // When
    delays.visible(cutThrough(9), 140 * MILLI);

    // Then
    assertThat(delays.seen().count()).isEqualTo(1);
    assertThat(delays.seen().at(50)).isEqualTo(40);
    assertThat(delays.unseen()).isEqualTo(2);
  }

  private static Cut cutThrough(long offset) {
    return new Cut(
        "0123456789abcdef",
        1L,
        LocalDate.EPOCH,
        Instant.EPOCH,
        List.of(new CutOffset("ventures", 0, offset)),
        0,
        0L,
        "catalogue");
  }
}
