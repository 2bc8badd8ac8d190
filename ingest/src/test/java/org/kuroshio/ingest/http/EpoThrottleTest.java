package org.kuroshio.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.budget.RequestBudget;
import org.kuroshio.ingest.request.EpoService;

@Timeout(120)
class EpoThrottleTest {
  private static final Optional<String> SEARCH = Optional.of("search");
  private static final RequestBudget.Watch PATIENT = () -> {};

  private final RequestBudget budget =
      RequestBudget.join(UUID.randomUUID().toString(), Optional.empty(), 1);

  /** Ends a wait, which else would be of a minute. */
  private static final class WaitsException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static void impatient() {
    throw new WaitsException();
  }

  private void answered(String header) {
    Answer answer =
        new Answer(
            "shown",
            200,
            Map.of("x-throttling-control", List.of(header)),
            new byte[0],
            Optional.empty());
    EpoThrottle.obey(answer, EpoService.SEARCH, budget);
  }

  private boolean waits(Optional<String> kind) throws InterruptedException {
    try {
      budget.acquire(kind, EpoThrottleTest::impatient).close();
      return false;
    } catch (WaitsException e) {
      return true;
    }
  }

  @Test
  void shouldAskAsOftenAMinuteAsTheOfficeBearsNow() throws Exception {
    answered("busy (images=green:100, inpadoc=red:1, search=yellow:2)");

    assertThat(waits(SEARCH)).isFalse();
    assertThat(waits(SEARCH)).isFalse();
    assertThat(waits(SEARCH)).as("the third within a minute").isTrue();
    assertThat(waits(Optional.of("images"))).as("another service").isFalse();
  }

  @Test
  void shouldFollowTheHeaderDown() throws Exception {
    answered("idle (search=green:30)");
    for (int i = 0; i < 3; i++) {
      budget.acquire(SEARCH, PATIENT).close();
    }

    answered("overloaded (search=red:3)");

    assertThat(waits(SEARCH)).isTrue();
  }

  @Test
  void shouldRestWhereItsOwnServiceIsBlack() throws Exception {
    answered("overloaded (images=black:0, search=green:30)");
    boolean othersAreBlack = waits(SEARCH);

    answered("overloaded (images=green:100, search=black:0)");

    assertThat(othersAreBlack).isFalse();
    assertThat(waits(SEARCH)).isTrue();
    assertThat(waits(Optional.of("images"))).as("whoever asks is asking the same office").isTrue();
  }

  @Test
  void shouldPassOverWhatItDoesNotUnderstand() throws Exception {
    answered("who knows (search=plenty)");

    assertThat(waits(SEARCH)).isFalse();
    assertThat(budget.left()).isEmpty();
  }
}
