package org.kuroshio.standalone.load;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.kuroshio.standalone.failure.Failure;

/**
 * Notices that nothing moves any more: a load that stands still must not look as if it were busy.
 */
public final class Patience {
  private final Duration longest;
  private final InstantSource clock;
  private Object last;
  private Instant since;

  public Patience(Duration longest, InstantSource clock) {
    this.longest = longest;
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * @param state anything that is equal only to itself while nothing moves
   * @throws Failure if it has been equal for too long
   */
  public void look(Object state) {
    Instant now = clock.instant();
    if (!state.equals(last)) {
      last = state;
      since = now;
    } else if (Duration.between(since, now).compareTo(longest) > 0) {
      throw new Failure(
          "nothing has moved for %d s (%s). What was published is kept: run the same command again; the log says more"
              .formatted(longest.toSeconds(), state));
    }
  }
}
