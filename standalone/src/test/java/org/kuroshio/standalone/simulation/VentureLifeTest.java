package org.kuroshio.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.venture.Venture;

/** A simulated venture from its founding to its end. */
class VentureLifeTest {
  private static final int MANY = 8_000;
  private static final Set<Occurrence> BEGINNINGS =
      EnumSet.of(Occurrence.FOUNDING, Occurrence.LATE_DISCOVERY);
  private static final Set<Occurrence> ENDS = EnumSet.of(Occurrence.CLOSURE, Occurrence.WITHDRAWAL);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldBeginOnceAndEndAtMostOnce(long seed) {
    lives(seed)
        .forEach(
            (id, events) -> {
              List<Occurrence> life = events.stream().map(SimulatedEvent::occurrence).toList();
              assertThat(BEGINNINGS).as(id).contains(life.get(0));
              assertThat(life.subList(1, life.size()))
                  .as(id)
                  .doesNotContainAnyElementsOf(BEGINNINGS);
              assertThat(life.subList(0, life.size() - 1)).as(id).doesNotContainAnyElementsOf(ENDS);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldMoveToAnotherPrefectureAndStayTheSameOtherwise(long seed) {
    lives(seed)
        .forEach(
            (id, events) -> {
              for (int i = 1; i < events.size(); i++) {
                if (events.get(i).occurrence() == Occurrence.MOVE) {
                  Venture before = venture(events.get(i - 1));
                  Venture after = venture(events.get(i));
                  assertThat(after.getHeadquarters().getRegion())
                      .isNotEqualTo(before.getHeadquarters().getRegion());
                  after.setHeadquarters(before.getHeadquarters());
                  assertThat(after).isEqualTo(before);
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldChangeSomethingWithEachCorrection(long seed) {
    lives(seed)
        .forEach(
            (id, events) -> {
              for (int i = 1; i < events.size(); i++) {
                if (events.get(i).occurrence() == Occurrence.CORRECTION) {
                  assertThat(venture(events.get(i))).isNotEqualTo(venture(events.get(i - 1)));
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldNotCloseBeforeItWasFounded(long seed) {
    for (SimulatedEvent event : Simulated.first(seed, MANY)) {
      if (event.occurrence() == Occurrence.CLOSURE) {
        Venture venture = venture(event);
        var end =
            venture.getClosedOn() == null ? venture.getDeclassifiedOn() : venture.getClosedOn();
        assertThat(end.getFrom()).isAfterOrEqualTo(venture.getFoundedOn().getTo());
      }
      if (event.occurrence() == Occurrence.WITHDRAWAL) {
        assertThat(Simulated.field(event, "op")).isEqualTo(Op.WITHDRAW);
        assertThat(Simulated.entity(event)).isNull();
      }
    }
  }

  @Test
  void shouldBeDiscoveredAYearLateAtTheLeastWhereItIsLate() {
    assertThat(Simulated.first(1, MANY))
        .filteredOn(event -> event.occurrence() == Occurrence.LATE_DISCOVERY)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            event -> {
              Venture venture = venture(event);
              assertThat(
                      ChronoUnit.DAYS.between(
                          venture.getFoundedOn().getTo(), venture.getObservedActiveOn().getFrom()))
                  .isGreaterThanOrEqualTo(365);
            });
  }

  @Test
  void shouldStandInTokyoInMoreThanHalfOfAllCases() {
    // When
    List<String> regions =
        Simulated.first(1, MANY).stream()
            .filter(event -> event.occurrence() == Occurrence.FOUNDING)
            .map(event -> venture(event).getHeadquarters().getRegion())
            .toList();

    // Then
    double inTokyo = regions.stream().filter("JP-13"::equals).count();
    assertThat(inTokyo / regions.size()).isBetween(0.5, 0.55);
    assertThat(regions).contains("JP-19", "JP-27");
  }

  private static Map<String, List<SimulatedEvent>> lives(long seed) {
    Map<String, List<SimulatedEvent>> all = Simulated.byEntity(Simulated.first(seed, MANY));
    all.keySet().removeIf(id -> !id.contains(":venture:"));
    assertThat(all).hasSizeGreaterThan(1000);
    return all;
  }

  private static Venture venture(SimulatedEvent event) {
    return Venture.newBuilder((Venture) Simulated.entity(event)).build();
  }
}
