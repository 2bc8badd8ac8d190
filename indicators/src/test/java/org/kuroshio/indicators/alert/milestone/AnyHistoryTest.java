package org.kuroshio.indicators.alert.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.kuroshio.indicators.ledger.LatestStates;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.fixture.MilestoneFixture;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.ProjectStatus;

/** What is raised in the end depends on the last states and the last day, on nothing before. */
class AnyHistoryTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Property(tries = 150)
  void shouldEndAsTheLastStatesAndTheClockAloneSay(@ForAll long seed) {
    Random random = new Random(seed);
    List<ProgramEvent> history = history(random);
    Map<String, ProgramEvent> last = lastStates(history);
    List<ProgramEvent> arrivals = new ArrayList<>(history);
    for (int i = 0; i < 10; i++) {
      arrivals.add(history.get(random.nextInt(history.size())));
    }
    Collections.shuffle(arrivals, random);

    Watched lived = new Watched(FIRST.toString());
    LatestStates states = new LatestStates(Fixtures.ids());
    LocalDate day = FIRST;
    for (ProgramEvent event : arrivals) {
      if (accepts(states, event)) {
        lived.state(event);
      }
      if (random.nextInt(3) == 0) {
        day = day.plusDays(random.nextInt(40));
        lived.on(day.toString());
      }
    }
    Watched fresh = new Watched(day.toString());
    last.values().forEach(fresh::state);

    assertThat(lived.raised()).isEqualTo(fresh.raised());
  }

  private static boolean accepts(LatestStates states, ProgramEvent event) {
    return states.accept(
        event.getEntityId().getBytes(StandardCharsets.UTF_8),
        Fixtures.bytes(event),
        event.getVersion(),
        event.getPublishedAt().getEpochSecond());
  }

  /** Of each entity the one with the greatest version; of equal ones the greatest content. */
  private static Map<String, ProgramEvent> lastStates(List<ProgramEvent> history) {
    Map<String, ProgramEvent> last = new TreeMap<>();
    Map<String, LatestStates> perEntity = new HashMap<>();
    for (ProgramEvent event : history) {
      LatestStates states =
          perEntity.computeIfAbsent(event.getEntityId(), id -> new LatestStates(Fixtures.ids()));
      if (accepts(states, event)) {
        last.put(event.getEntityId(), event);
      }
    }
    return last;
  }

  private static List<ProgramEvent> history(Random random) {
    List<ProgramEvent> history = new ArrayList<>();
    int milestones = 1 + random.nextInt(4);
    for (int i = 0; i < milestones; i++) {
      int versions = 1 + random.nextInt(5);
      for (int version = 0; version < versions; version++) {
        history.add(milestone(random, "milestone:" + i, random.nextInt(4)));
      }
    }
    for (int version = 0; version < random.nextInt(4); version++) {
      history.add(project(random, "project:" + random.nextInt(2), random.nextInt(4)));
    }
    return history;
  }

  private static ProgramEvent milestone(Random random, String id, int version) {
    MilestoneFixture fixture =
        Events.milestone(id)
            .version(version)
            .publishedAt(day(random) + "T00:00:00Z")
            .project("project:" + random.nextInt(2))
            .kind(MilestoneKind.values()[random.nextInt(MilestoneKind.values().length)]);
    if (random.nextInt(6) > 0) {
      fixture.due(day(random));
    }
    if (random.nextInt(4) == 0) {
      fixture.putOffTo(day(random));
    }
    switch (random.nextInt(6)) {
      case 0 -> fixture.reachedOn(day(random));
      case 1 -> fixture.status(any(random, MilestoneStatus.values()));
      case 2 -> fixture.decision(any(random, GateDecision.values())).reachedOn(day(random));
      case 3 -> fixture.withdrawn();
      default -> fixture.status(MilestoneStatus.PLANNED);
    }
    return fixture.build();
  }

  private static ProgramEvent project(Random random, String id, int version) {
    var fixture =
        Events.project(id)
            .version(version)
            .running("2020-04-01", "2024-" + (10 + random.nextInt(3)) + "-15")
            .status(any(random, ProjectStatus.values()));
    return random.nextBoolean() ? fixture.withdrawn().build() : fixture.build();
  }

  private static String day(Random random) {
    return FIRST.plusDays(random.nextInt(400)).toString();
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
