package org.kuroshio.ingest.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.kuroshio.schemas.backoff.Backoff;

/**
 * How long to wait before a try. Without a word of the publisher's: a random time of up to 1, 2, 4
 * ... seconds, at most 15 minutes. Safe for one thread.
 */
public final class RetryPause {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** A publisher that asks for more than that is asked again after it all the same. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(24);

  private final Backoff growing;

  public RetryPause(RandomGenerator random) {
    this.growing = new Backoff(FIRST, LONGEST, random);
  }

  /**
   * @param failures tries that have failed, from 1
   */
  public Duration pause(int failures) {
    return growing.pause(failures);
  }

  /** What a rule and the publisher say, else a growing random time. */
  public Duration pause(ErrorRule rule, Condition.Headers said, int failures, Instant now) {
    Optional<Duration> asked =
        rule.pauseHeader().flatMap(said::find).flatMap(text -> asked(text, now));
    return asked.or(rule::pause).orElseGet(() -> pause(failures));
  }

  /** Seconds, or a date as HTTP writes it; never negative. */
  static Optional<Duration> asked(String text, Instant now) {
    try {
      Duration asked =
          text.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text.strip()))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
      if (asked.isNegative()) {
        return Optional.of(Duration.ZERO);
      }
      return Optional.of(asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
