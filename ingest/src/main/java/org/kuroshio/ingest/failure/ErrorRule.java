package org.kuroshio.ingest.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * One line of the policy.
 *
 * @param pause how long before the next try; none means growing pauses
 * @param pauseHeader the header that says it better, in seconds or as a date
 * @param attempts tries after which {@code after} is done instead; none means for ever
 */
public record ErrorRule(
    Condition when,
    Action then,
    Optional<Duration> pause,
    Optional<String> pauseHeader,
    Optional<Integer> attempts,
    Action after) {
  public ErrorRule {
    if (then != Action.RETRY && (pause.isPresent() || attempts.isPresent())) {
      throw new IllegalArgumentException("'wait' and 'attempts' belong to 'then: retry'");
    }
    if (after == Action.RETRY) {
      throw new IllegalArgumentException("'after' is ignore, skip or fail");
    }
  }
}
