package org.kuroshio.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  @Test
  void shouldLetABurstThroughAndThenSoManyASecondForEachCaller() {
    AtomicLong nanos = new AtomicLong();
    RateLimit limit = new RateLimit(2, 3, nanos::get);

    assertThat(allowed(limit, "one", 5)).isEqualTo(3);
    assertThat(allowed(limit, "other", 5)).isEqualTo(3);

    nanos.addAndGet(1_000_000_000L);
    assertThat(allowed(limit, "one", 5)).isEqualTo(2);

    nanos.addAndGet(3_600_000_000_000L);
    assertThat(allowed(limit, "one", 9)).isEqualTo(3);
  }

  private static int allowed(RateLimit limit, String caller, int asked) {
    int allowed = 0;
    for (int i = 0; i < asked; i++) {
      allowed += limit.allows(caller) ? 1 : 0;
    }
    return allowed;
  }
}
