package org.kuroshio.standalone.sourcestatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

/** What a task said of its part of a source, looked at later. */
public record SourceHealth(SourceStatus said, Instant now) {

  public long rejected() {
    return said.getRejected().values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * For how long the source should have succeeded again and has not: empty where it has no rhythm,
   * or is within it.
   */
  public Optional<Duration> overdue() {
    if (said.getRhythmSeconds() == null) {
      return Optional.empty();
    }
    // a source that never succeeded is silent since it was first heard of
    Instant last = said.getLastSuccessAt() == null ? said.getAt() : said.getLastSuccessAt();
    Instant due = last.plusSeconds(said.getRhythmSeconds());
    return due.isBefore(now) ? Optional.of(Duration.between(due, now)) : Optional.empty();
  }

  /** Whether a person should look. */
  public boolean isUnwell() {
    return said.getState() == SourceState.FAILED || overdue().isPresent();
  }

  /** How far what was read is behind the moment; empty before the first record. */
  public Optional<Duration> behind() {
    return Optional.ofNullable(said.getNewestPublishedAt())
        .map(newest -> Duration.between(newest, now));
  }
}
