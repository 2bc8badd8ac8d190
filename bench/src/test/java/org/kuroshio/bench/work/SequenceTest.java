package org.kuroshio.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceTest {
  private static final int ENTITIES = 20_000;

  private record Event(int entity, long version) {}

  @Test
  void shouldSendTheSameEventsForTheSameSeed() {
    // Given
    Workload workload = Workload.of(ENTITIES);

    // When
    List<Event> first = events(workload);
    List<Event> second = events(workload);

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(events(new Workload(7, ENTITIES, 1, 1))).isNotEqualTo(first);
  }

  @Test
  void shouldMixInCorrectionsOldVersionsAndDuplicates() {
    // Given
    Map<Integer, Long> latest = new HashMap<>();
    Set<Event> seen = new HashSet<>();
    int[] corrections = new int[1];
    int[] old = new int[1];
    int[] duplicates = new int[1];

    // When
    for (Event event : events(Workload.of(ENTITIES))) {
      Long before = latest.get(event.entity);
      if (!seen.add(event)) {
        duplicates[0]++;
      } else if (before != null && event.version < before) {
        old[0]++;
      } else if (before != null) {
        corrections[0]++;
      }
      latest.merge(event.entity, event.version, Math::max);
    }

    // Then
    assertThat(latest).hasSize(ENTITIES);
    assertThat(corrections[0]).isBetween(ENTITIES * 18 / 100, ENTITIES * 22 / 100);
    assertThat(old[0]).isBetween(ENTITIES * 4 / 100, ENTITIES * 6 / 100);
    assertThat(duplicates[0]).isBetween(ENTITIES * 4 / 100, ENTITIES * 6 / 100);
  }

  @Test
  void shouldWriteWholeEnvelopesOfOneAndTheSameBytes() {
    // Given
    Draws draws = new Draws(Workload.of(ENTITIES));
    Envelopes envelopes = new Envelopes();

    // When
    List<byte[]> events = new ArrayList<>();
    for (int entity = 0; entity < 1_000; entity++) {
      events.add(envelopes.bytes(draws.draft(entity, Sequence.FIRST_VERSION)));
    }

    // Then
    assertThat(events).allSatisfy(event -> assertThat(event.length).isGreaterThanOrEqualTo(600));
    assertThat(envelopes.bytes(draws.draft(17, Sequence.FIRST_VERSION))).isEqualTo(events.get(17));
  }

  @Test
  void shouldPutOverHalfOfAllFactsIntoTokyo() {
    // Given
    Draws draws = new Draws(Workload.of(ENTITIES));

    // When
    long tokyo = 0;
    for (int entity = 0; entity < ENTITIES; entity++) {
      tokyo += draws.draft(entity, Sequence.FIRST_VERSION).leads().get(0).equals("JP-13") ? 1 : 0;
    }

    // Then
    assertThat(tokyo).isBetween(ENTITIES / 2L, ENTITIES * 6L / 10);
  }

  private static List<Event> events(Workload workload) {
    List<Event> events = new ArrayList<>();
    new Sequence(workload).run((entity, version) -> events.add(new Event(entity, version)));
    return events;
  }
}
