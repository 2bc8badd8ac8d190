package org.kuroshio.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneStatus;

/** A simulated milestone from its plan to its end. */
class MilestoneLifeTest {
  private static final int MANY = 8_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldBePlannedFirstAndReachedLast(long seed) {
    Simulated.byEntity(Simulated.first(seed, MANY))
        .forEach(
            (id, events) -> {
              if (id.contains(":milestone:")) {
                List<Occurrence> life = events.stream().map(SimulatedEvent::occurrence).toList();
                assertThat(life.get(0)).isEqualTo(Occurrence.MILESTONE_PLANNED);
                assertThat(life.subList(1, life.size()))
                    .doesNotContain(Occurrence.MILESTONE_PLANNED);
                assertThat(life.subList(0, life.size() - 1))
                    .doesNotContain(Occurrence.MILESTONE_REACHED);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldKeepItsOriginalDayHoweverOftenItIsPutOff(long seed) {
    Simulated.byEntity(Simulated.first(seed, MANY))
        .forEach(
            (id, events) -> {
              for (int i = 1; i < events.size() && id.contains(":milestone:"); i++) {
                Milestone before = (Milestone) Simulated.entity(events.get(i - 1));
                Milestone after = (Milestone) Simulated.entity(events.get(i));
                assertThat(after.getDueOriginal()).isEqualTo(before.getDueOriginal());
                if (events.get(i).occurrence() == Occurrence.MILESTONE_RESCHEDULED) {
                  assertThat(after.getDue().getFrom()).isAfter(before.getDue().getFrom());
                  assertThat(after.getStatus()).isEqualTo(MilestoneStatus.PLANNED);
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldBeMissedOnlyWhenItsDayIsPast(long seed) {
    for (SimulatedEvent event : Simulated.first(seed, MANY)) {
      if (event.occurrence() == Occurrence.MILESTONE_MISSED) {
        Milestone milestone = (Milestone) Simulated.entity(event);
        LocalDate today = SimulatedTime.day(event.publishedAt());
        assertThat(milestone.getDue().getTo()).isBefore(today);
        assertThat(milestone.getReachedOn()).isNull();
      }
    }
  }
}
