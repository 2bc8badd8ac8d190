package org.kuroshio.standalone.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTest {
  @Test
  void shouldLookAgainAfterALookThatFailed() {
    AtomicInteger looks = new AtomicInteger();
    try (Lookout ignored =
        Lookout.every(
            Duration.ofMillis(1),
            "test-lookout",
            () -> {
              looks.incrementAndGet();
              throw new IllegalStateException("nothing to be seen");
            })) {
      await().untilAsserted(() -> assertThat(looks).hasValueGreaterThan(2));
    }
  }

  @Test
  void shouldInterruptALookThatIsUnderWayWhenClosed() {
    CountDownLatch looking = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    try (Lookout ignored =
        Lookout.every(
            Duration.ofHours(1),
            "test-lookout",
            () -> {
              looking.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
            })) {
      await().until(() -> looking.getCount() == 0);
    }
    await().untilTrue(interrupted);
  }
}
