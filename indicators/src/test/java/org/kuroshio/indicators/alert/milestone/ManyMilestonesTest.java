package org.kuroshio.indicators.alert.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.schemas.fixture.Events;

/** A day costs as much as it changes, however many milestones are open. */
class ManyMilestonesTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final int DAYS = 300;

  @Test
  void shouldNotLookAtAllOfAHundredThousandOpenMilestonesEachDay() {
    Took few = days(1_000);
    Took many = days(100_000);

    // a hundred times as many milestones, as many of them due a day; a scan would cost a hundred
    // times as much, here it is said how long a tick took
    System.out.println("1,000 open milestones: " + few);
    System.out.println("100,000 open milestones: " + many);
    assertThat(many.day()).isLessThan(Duration.ofMillis(20));
    assertThat(many.start()).isLessThan(Duration.ofSeconds(10));
  }

  /**
   * @param start to take all states in, as a restart does
   * @param day for one of the days after it
   */
  private record Took(Duration start, Duration day) {
    @Override
    public String toString() {
      return "start-up %,d ms, then %,d us a day"
          .formatted(start.toMillis(), day.toNanos() / 1_000);
    }
  }

  /** The time of three hundred days on each of which three milestones come due. */
  private static Took days(int open) {
    Conditions conditions = new Conditions();
    ProgrammeWatch watch = new ProgrammeWatch(Watched.RULES, conditions);
    long start = System.nanoTime();
    for (int i = 0; i < open; i++) {
      // three a day in the first months, the others in years to come
      LocalDate due =
          i < 3 * DAYS ? START.plusDays(40 + i / 3) : START.plusYears(20).plusDays(i % 3_000);
      watch.load("milestone:" + i, Events.milestone("milestone:" + i).due(due.toString()).build());
    }
    watch.day(START, AT);
    conditions.drain();
    long started = System.nanoTime();
    int said = 0;
    for (int day = 1; day <= DAYS; day++) {
      watch.day(START.plusDays(day), AT);
      watch.day(START.plusDays(day), AT);
      said += conditions.drain().size();
    }
    long ended = System.nanoTime();
    assertThat(said).isGreaterThan(DAYS);
    assertThat(watch.size()).isEqualTo(open);
    return new Took(
        Duration.ofNanos(started - start), Duration.ofNanos(ended - started).dividedBy(DAYS));
  }
}
