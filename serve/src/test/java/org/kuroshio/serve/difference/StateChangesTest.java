package org.kuroshio.serve.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.explanation.EventOffsets;
import org.kuroshio.serve.explanation.MemoryEventLog;

class StateChangesTest {
  private final Topics topics = Fixtures.topics(3);
  private final MemoryEventLog log = new MemoryEventLog(topics);

  @Test
  void shouldTellWhichEntitiesAddSomethingElseThanBefore() {
    // Given
    log.with(
        Events.venture("moves").version(1).build(),
        Events.venture("goes").version(1).build(),
        Events.venture("forgotten").version(1).build(),
        Events.venture("stays").version(1).build());
    EventOffsets before = log.end();
    log.with(
            Events.venture("moves").region("JP-12").version(2).build(),
            Events.venture("goes").withdrawn().version(2).build(),
            Events.venture("comes").region("JP-14").build())
        .forgetting(topics.ventures(), "forgotten");

    // When
    StateChanges changes = between(before, log.end());

    // Then
    assertThat(changes.counting())
        .extracting(EntityChange::entityId, EntityChange::isNew)
        .containsExactly(
            tuple("comes", true),
            tuple("forgotten", false),
            tuple("goes", false),
            tuple("moves", false));
    assertThat(stock(changes))
        .containsExactly(
            "comes JP-14 0 -> 1",
            "forgotten JP-13 1 -> 0",
            "goes JP-13 1 -> 0",
            "moves JP-12 0 -> 1",
            "moves JP-13 1 -> 0");
  }

  @Test
  void shouldNotTellOfDuplicatesNorOfEventsThatLost() {
    log.with(Events.venture("a").version(5).build());
    EventOffsets before = log.end();
    log.with(
        Events.venture("a").version(5).build(),
        Events.venture("a").region("JP-27").version(4).build());

    StateChanges changes = between(before, log.end());

    assertThat(changes.all()).isZero();
    assertThat(changes.counting()).isEmpty();
  }

  @Test
  void shouldCountApartWhatChangesNoNumber() {
    log.with(Events.venture("a").version(1).build());
    EventOffsets before = log.end();
    log.with(Events.venture("a").version(2).build());

    StateChanges changes = between(before, log.end());

    assertThat(changes.all()).isEqualTo(1);
    assertThat(changes.counting()).isEmpty();
  }

  @Test
  void shouldCompareWithNothingWhereTheEventsBegin() {
    log.with(Events.venture("a").build());

    StateChanges changes = between(EventOffsets.NONE, log.end());

    assertThat(stock(changes)).containsExactly("a JP-13 0 -> 1");
  }

  private StateChanges between(EventOffsets from, EventOffsets to) {
    return StateChanges.between(
        from,
        to,
        log,
        topics,
        Fixtures.ids(),
        CatalogueFiles.shipped(List.of()),
        Regions.shipped());
  }

  private static List<String> stock(StateChanges changes) {
    return changes.of("venture.stock@1").stream()
        .filter(amounts -> amounts.cell().item().isEmpty())
        .map(
            amounts ->
                "%s %s %d -> %d"
                    .formatted(
                        amounts.entity().id(),
                        amounts.cell().regions(),
                        amounts.before(),
                        amounts.after()))
        .sorted()
        .toList();
  }
}
