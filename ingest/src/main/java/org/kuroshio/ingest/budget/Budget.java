package org.kuroshio.ingest.budget;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The publisher's limits, over all tasks of the source.
 *
 * @param perDay of the zone's days; kept over restarts
 * @param zone whose midnight begins a new day
 */
public record Budget(
    Optional<Integer> perSecond,
    Optional<Integer> perMinute,
    Optional<Integer> perDay,
    ZoneId zone) {
  /** {@code requests} in any stretch of this length. */
  public record Rate(int requests, Duration window) {}

  /** Those that are not counted by the calendar. */
  public List<Rate> rates() {
    List<Rate> rates = new ArrayList<>();
    perSecond.ifPresent(requests -> rates.add(new Rate(requests, Duration.ofSeconds(1))));
    perMinute.ifPresent(requests -> rates.add(new Rate(requests, Duration.ofMinutes(1))));
    return rates;
  }
}
