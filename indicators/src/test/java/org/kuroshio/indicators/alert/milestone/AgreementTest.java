package org.kuroshio.indicators.alert.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.MilestoneFixture;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.ProgramEvent;

/** At every cut the alerts say the same as indicators 5 and 19 to 21. */
class AgreementTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Property(tries = 25)
  void shouldAgreeWithTheTablesAtEveryCut(@ForAll long seed) {
    Random random = new Random(seed);
    Tables tables = Tables.of(CATALOGUE, 2);
    Watched watched = new Watched(FIRST.toString());
    Map<String, ProgramEvent> states = new HashMap<>();
    LocalDate day = FIRST;
    for (int step = 0; step < 12; step++) {
      String id = "milestone:" + random.nextInt(6);
      ProgramEvent event = milestone(random, id, step);
      tables.send(event);
      watched.state(event);
      states.put(id, event);
      day = day.plusDays(random.nextInt(60));
      watched.on(day.toString());
      tables.cut(day);
      agree(tables, watched, states, day);
    }
  }

  private static void agree(
      Tables tables, Watched watched, Map<String, ProgramEvent> states, LocalDate day) {
    String month = day.toString().substring(0, 7);
    long overdue = raised(watched, "milestone.overdue");
    long givenUp =
        states.values().stream()
            .map(event -> (Milestone) event.getEntity())
            .filter(m -> m.getReachedOn() == null || m.getReachedOn().getTo().isAfter(day))
            .filter(m -> m.getDue() != null && m.getDue().getTo().isBefore(day))
            .filter(
                m ->
                    m.getStatus() == MilestoneStatus.MISSED
                        || m.getStatus() == MilestoneStatus.WAIVED)
            .count();

    assertThat(number(tables, "program.milestone.open", month, "state=overdue"))
        .as("overdue in the table is overdue as an alert, and what was given up, on " + day)
        .isEqualTo(overdue + givenUp);
    assertThat(number(tables, "program.gate.decided", "TD", ""))
        .isGreaterThanOrEqualTo(gates(watched));
    assertThat(
            number(tables, "program.milestone.due", "TD", "")
                - number(tables, "program.milestone.on_time", "TD", ""))
        .as("late or not reached by the original date, on " + day)
        .isEqualTo(late(states, day));
  }

  private static long late(Map<String, ProgramEvent> states, LocalDate day) {
    return states.values().stream()
        .map(Facts::of)
        .map(fact -> (Fact.MilestoneFact) fact.orElseThrow())
        .filter(m -> m.status() != MilestoneStatus.CANCELLED)
        .filter(m -> m.dueOriginal() != null && !m.dueOriginal().isAfter(day))
        .filter(m -> m.reachedOn() == null || m.reachedOn().isAfter(m.dueOriginal()))
        .count();
  }

  private static long gates(Watched watched) {
    return watched.raised().keySet().stream().filter(key -> key.startsWith("gate.")).count();
  }

  private static long raised(Watched watched, String rule) {
    return watched.raised().keySet().stream().filter(key -> key.startsWith(rule + "|")).count();
  }

  private static long number(Tables tables, String indicator, String period, String breakdown) {
    String shown = tables.show(indicator, "WORLD", period, breakdown).split(" ", -1)[0];
    return shown.equals("MISSING") ? 0 : Long.parseLong(shown);
  }

  private static ProgramEvent milestone(Random random, String id, int version) {
    MilestoneFixture fixture = Events.milestone(id).version(version).due(day(random));
    if (random.nextInt(4) == 0) {
      fixture.putOffTo(day(random));
    }
    switch (random.nextInt(5)) {
      case 0 -> fixture.reachedOn(day(random));
      case 1 ->
          fixture.status(random.nextBoolean() ? MilestoneStatus.MISSED : MilestoneStatus.CANCELLED);
      case 2 -> fixture.status(MilestoneStatus.WAIVED);
      case 3 ->
          fixture.decision(GateDecision.values()[1 + random.nextInt(4)]).reachedOn(day(random));
      default -> fixture.status(MilestoneStatus.PLANNED);
    }
    return fixture.build();
  }

  private static String day(Random random) {
    return FIRST.plusDays(random.nextInt(300)).toString();
  }
}
