package org.kuroshio.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneKind;

class SimulationTest {
  private static final int MANY = 8_000;

  /** Of the keys and occurrences of seed 1. */
  private static final int RELEASED = 1457947207;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 42, -7, Long.MAX_VALUE})
  void shouldGiveTheSameEventsForTheSameSeed(long seed) {
    // Given
    List<SimulatedEvent> once = Simulated.first(seed, MANY);

    // When
    List<SimulatedEvent> again = Simulated.first(seed, MANY);

    // Then
    assertThat(again).isEqualTo(once);
    for (int i = 0; i < MANY; i++) {
      assertThat(Fixtures.bytes(Simulated.envelope(again.get(i))))
          .isEqualTo(Fixtures.bytes(Simulated.envelope(once.get(i))));
    }
  }

  @Test
  void shouldKeepItsEventsInEveryRelease() {
    // Given
    int hash = 0;

    // When
    for (SimulatedEvent event : Simulated.first(1, 1000)) {
      hash = 31 * hash + event.event().key().hashCode();
      hash = 31 * hash + event.occurrence().name().hashCode();
    }

    // Then: or a demo that is started again would tell its past anew
    assertThat(hash).isEqualTo(RELEASED);
  }

  @Test
  void shouldShareNoEntityBetweenSeeds() {
    // Given
    Set<String> one = new HashSet<>(Simulated.byEntity(Simulated.first(1, 2000)).keySet());

    // When
    Set<String> other = Simulated.byEntity(Simulated.first(2, 2000)).keySet();

    // Then
    assertThat(one).doesNotContainAnyElementsOf(other);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldLabelEveryEventAsSimulated(long seed) {
    assertThat(Simulated.first(seed, MANY))
        .allSatisfy(
            event -> {
              assertThat(event.event().key()).startsWith("simulation:" + seed + ":");
              assertThat(Simulated.field(event, "entityId")).isEqualTo(event.event().key());
              assertThat(Simulated.field(event, "source")).isEqualTo("simulation");
              assertThat((Collection<?>) Simulated.field(event, "quality"))
                  .satisfies(marks -> assertThat(marks.contains(Quality.SIMULATED)).isTrue());
              assertThat(Simulated.publishedAt(event)).isEqualTo(event.publishedAt());
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldDateEveryFactFromFiscalYear2008ToTheSimulatedToday(long seed) {
    for (SimulatedEvent event : Simulated.first(seed, MANY)) {
      LocalDate today = SimulatedTime.day(event.publishedAt());
      assertThat(today).isBetween(LocalDate.of(2008, 4, 1), SimulatedTime.END.minusDays(1));
      for (DateInterval date : pastDates(event)) {
        assertThat(date.getFrom()).as("%s", event).isAfterOrEqualTo(LocalDate.of(2008, 4, 1));
        assertThat(date.getTo()).as("%s", event).isBeforeOrEqualTo(today);
      }
    }
  }

  @Test
  void shouldNeverGoBackInTimeNorReachItsEnd() {
    // Given
    long far = 5_000_000_000L;

    // When
    List<Instant> times =
        List.of(
            SimulatedTime.of(0),
            SimulatedTime.of(1),
            SimulatedTime.of(MANY),
            SimulatedTime.of(far));

    // Then
    assertThat(times).isSorted().doesNotHaveDuplicates();
    assertThat(SimulatedTime.day(times.get(3))).isBefore(SimulatedTime.END);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldCountVersionsFromOne(long seed) {
    Simulated.byEntity(Simulated.first(seed, MANY))
        .forEach(
            (id, events) -> {
              for (int i = 0; i < events.size(); i++) {
                assertThat(Simulated.version(events.get(i))).as(id).isEqualTo(i + 1);
              }
            });
  }

  @Test
  void shouldLetEverythingHappen() {
    // When
    Set<Occurrence> happened =
        Simulated.first(1, MANY).stream()
            .map(SimulatedEvent::occurrence)
            .collect(Collectors.toSet());

    // Then
    assertThat(happened).isEqualTo(EnumSet.allOf(Occurrence.class));
  }

  /** What the paper counts is its own: no simulated fact is added to a number that it prints. */
  @Test
  void shouldLeaveAloneWhatThePaperCounts() {
    for (SimulatedEvent event : Simulated.first(1, MANY)) {
      if (Simulated.entity(event) instanceof Application application) {
        assertThat(application.getDomestic()).isNull();
      }
      if (Simulated.entity(event) instanceof Milestone milestone) {
        assertThat(milestone.getKind()).isNotIn(MilestoneKind.GATE, MilestoneKind.TERM_END);
      }
      if (Simulated.entity(event) != null) {
        assertThat(Simulated.entity(event).getSchema().getName())
            .isIn("Venture", "Disclosure", "Application", "Deal", "Milestone");
      }
    }
  }

  /** All dates but those that a milestone is planned for. */
  private static List<DateInterval> pastDates(SimulatedEvent event) {
    List<DateInterval> dates = new ArrayList<>();
    if (Simulated.entity(event) instanceof GenericRecord entity) {
      for (Schema.Field field : entity.getSchema().getFields()) {
        boolean planned = field.name().startsWith("due");
        if (!planned && entity.get(field.pos()) instanceof DateInterval date) {
          dates.add(date);
        }
      }
    }
    return dates;
  }
}
