package org.kuroshio.standalone.sourcestatus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.topic.Topics;

class SilenceWatchTest {
  private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SilenceWatch watch =
      new SilenceWatch(
          Cluster.open("nowhere:1"), Topics.of(new BundledIds()), meters, Clock.systemUTC());

  @Test
  void shouldMeasureHowLongASourceIsSilentBeyondItsRhythm() {
    watch.take(List.of(daily("kaken", NOON.minus(Duration.ofHours(30)))));
    assertThat(overdue("kaken")).isEqualTo(6 * 3600);

    watch.take(List.of(daily("kaken", NOON.minus(Duration.ofHours(2)))));
    assertThat(overdue("kaken")).isZero();
  }

  @Test
  void shouldTakeASourceThatNeverSucceededAsSilentSinceItWasHeardOf() {
    SourceHealth never = daily("kaken", null);

    assertThat(never.overdue()).isEmpty();
    assertThat(new SourceHealth(never.said(), NOON.plus(DAY).plusSeconds(60)).overdue())
        .contains(Duration.ofMinutes(1));
  }

  @Test
  void shouldNotExpectAnythingOfASourceWithoutARhythm() {
    SourceStatus status = status("nta-diff", NOON.minus(Duration.ofDays(90)));
    SourceHealth health = new SourceHealth(status, NOON);

    assertThat(health.overdue()).isEmpty();
    assertThat(health.isUnwell()).isFalse();
  }

  @Test
  void shouldTellHowFarASourceIsBehind() {
    SourceStatus status = status("nta-diff", NOON);
    status.setNewestPublishedAt(NOON.minus(DAY));

    assertThat(new SourceHealth(status, NOON).behind()).contains(DAY);
  }

  @Test
  void shouldFindAFailedSourceUnwell() {
    SourceStatus status = status("nta-diff", NOON);
    status.setState(SourceState.FAILED);

    assertThat(new SourceHealth(status, NOON).isUnwell()).isTrue();
  }

  private double overdue(String source) {
    return meters.get("kuroshio.source.overdue.seconds").tag("source", source).gauge().value();
  }

  private static SourceHealth daily(String source, Instant lastSuccess) {
    SourceStatus status = status(source, lastSuccess);
    status.setRhythmSeconds(DAY.toSeconds());
    return new SourceHealth(status, NOON);
  }

  private static SourceStatus status(String source, Instant lastSuccess) {
    return SourceStatus.newBuilder()
        .setSource(source)
        .setSlice("")
        .setState(SourceState.RUNNING)
        .setAt(NOON)
        .setLastSuccessAt(lastSuccess)
        .setRead(10)
        .setPublished(8)
        .setKnown(1)
        .setIgnored(0)
        .setRejected(Map.of("bad-date", 1L))
        .build();
  }
}
