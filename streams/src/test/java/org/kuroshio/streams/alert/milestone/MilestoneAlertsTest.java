package org.kuroshio.streams.alert.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.milestone.MilestoneTest;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.EventFixture;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.GoldenTopology;
import org.kuroshio.streams.alert.Driven;
import org.kuroshio.streams.alert.TickingClock;

class MilestoneAlertsTest {
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path directory;
  private final Topics topics = Fixtures.topics(1);
  private final TickingClock clock = new TickingClock("2024-03-01T09:00:00Z");
  private List<AlertCondition> told = List.of();
  private Driven driven;
  private TestOutputTopic<String, AlertCondition> conditions;

  @BeforeEach
  void start() {
    driven = new Driven(topology(), directory, clock);
    conditions = driven.output(topics.alertConditions());
    driven.pass(Duration.ZERO);
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  @Test
  void shouldKeepItsShape() {
    GoldenTopology.assertSame("milestone-alerts", topology());
  }

  @Test
  void shouldFollowTheClockThroughAMilestonesLife() {
    send(Events.milestone("m").due("2024-03-02"));
    driven.pass(DAY);
    driven.pass(DAY);
    send(Events.milestone("m").version(2).due("2024-03-02").reachedOn("2024-03-03"));
    driven.pass(DAY.multipliedBy(13));
    driven.pass(DAY);

    assertThat(Driven.said(conditions.readValuesToList()))
        .containsExactly(
            "milestone.due_soon+",
            "milestone.due_soon-EXPIRED",
            "milestone.overdue+",
            "milestone.overdue-RECOVERED",
            "milestone.reached+",
            "milestone.reached-EXPIRED");
  }

  @Test
  void shouldTakeTheNewestStateWhateverTheOrder() {
    List<EventFixture<?, ProgramEvent>> events = new ArrayList<>();
    events.add(Events.milestone("m").version(1).due("2024-02-01"));
    events.add(Events.milestone("m").version(2).due("2024-02-01").putOffTo("2024-02-20"));
    events.add(
        Events.milestone("m")
            .version(3)
            .due("2024-02-01")
            .putOffTo("2024-02-20")
            .status(MilestoneStatus.WAIVED));
    events.add(Events.milestone("m").version(2).due("2024-02-01").putOffTo("2024-02-20"));
    events.add(Events.milestone("other").version(1).due("2024-02-01"));
    Collections.shuffle(events, new Random(7));

    events.forEach(this::send);

    List<AlertCondition> last = new ArrayList<>();
    conditions.readKeyValuesToMap().forEach((key, condition) -> last.add(condition));
    assertThat(last.stream().filter(AlertCondition::getRaised).map(AlertCondition::getSubject))
        .containsExactly("other");
  }

  @Test
  void shouldResolveWhatBelongsToAProjectThatIsWithdrawnOrForgotten() {
    send(Events.milestone("m").project("p").due("2024-02-01"));
    send(Events.project("p").withdrawn());
    send(Events.project("p").version(2));
    driven.send(topics.programs(), "p", null);

    assertThat(Driven.said(conditions.readValuesToList()))
        .containsExactly(
            "milestone.overdue+",
            "milestone.overdue-CORRECTED",
            "milestone.overdue+",
            "milestone.overdue-CORRECTED");
  }

  @Test
  void shouldSkipWhatHopOneRejects() {
    driven.send(topics.programs(), "another key", Events.milestone("m").due("2024-02-01").build());
    driven.send(topics.programs(), "v", Events.venture("v").build());

    assertThat(conditions.isEmpty()).isTrue();
  }

  @Test
  void shouldSayNothingTwiceAfterARestart() {
    send(Events.milestone("m").due("2024-02-01"));
    send(Events.milestone("gone").due("2024-02-01"));
    told = conditions.readValuesToList();
    driven.close();

    driven = new Driven(topology(), directory, clock);
    conditions = driven.output(topics.alertConditions());
    send(Events.milestone("m").due("2024-02-01"));
    driven.pass(Duration.ZERO);

    assertThat(Driven.said(conditions.readValuesToList()))
        .containsExactly("milestone.overdue-CORRECTED");
  }

  private void send(EventFixture<?, ProgramEvent> fixture) {
    driven.send(topics.programs(), fixture.key(), fixture.build());
  }

  private Topology topology() {
    return new MilestoneAlerts(
            topics,
            Fixtures.ids(),
            new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped())
                .with(List.of())
                .of(MilestoneTest.class),
            Driven.TICK,
            () -> told,
            clock::today,
            clock)
        .get();
  }
}
