package org.kuroshio.streams.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.CommandKind;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.GoldenTopology;
import org.kuroshio.streams.alert.Driven;
import org.kuroshio.streams.alert.TickingClock;

class AlertLifecycleTest {
  @TempDir private Path directory;
  private final Topics topics = Fixtures.topics(1);
  private final TickingClock clock = new TickingClock("2026-11-23T09:00:00Z");
  private List<Alert> published = List.of();
  private Driven driven;
  private TestOutputTopic<String, Alert> alerts;
  private TestOutputTopic<String, Alert> history;

  @BeforeEach
  void start() {
    driven = new Driven(topology(), directory, clock);
    alerts = driven.output(topics.alerts());
    history = driven.output(topics.alertHistory());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  @Test
  void shouldKeepItsShape() {
    GoldenTopology.assertSame("alert-lifecycle", topology());
  }

  @Test
  void shouldWriteEachTransitionToTheAlertsAndTheirHistory() {
    condition(true, 1_000);
    driven.pass(Duration.ofSeconds(1));
    command(CommandKind.ACKNOWLEDGE, null);
    command(CommandKind.SNOOZE, clock.instant().plusSeconds(60));
    driven.pass(Duration.ofSeconds(60));
    condition(false, 0);

    List<Alert> all = history.readValuesToList();
    assertThat(Driven.transitions(all))
        .containsExactly(
            "1.1 PENDING",
            "1.2 FIRED",
            "1.3 ACKNOWLEDGED",
            "1.4 SNOOZED",
            "1.5 SNOOZE_OVER",
            "1.6 RESOLVED");
    assertThat(alerts.readKeyValuesToList())
        .allSatisfy(alert -> assertThat(alert.key).isEqualTo("a.rule|subject"))
        .extracting(pair -> pair.value)
        .isEqualTo(all);
  }

  @Test
  void shouldGoOnFromWhatWasPublished() {
    condition(true, 1_000);
    published = List.copyOf(alerts.readKeyValuesToMap().values());
    driven.close();

    start();
    condition(true, 1_000);
    driven.pass(Duration.ofSeconds(1));
    driven.pass(Duration.ofSeconds(1));

    assertThat(Driven.transitions(history.readValuesToList())).containsExactly("1.2 FIRED");
  }

  private void condition(boolean raised, long pendingMillis) {
    driven.send(
        topics.alertConditions(),
        "a.rule|subject",
        AlertCondition.newBuilder()
            .setRule("a.rule")
            .setSubject("subject")
            .setSeverity("warning")
            .setRaised(raised)
            .setReason(raised ? null : "RECOVERED")
            .setAt(clock.instant())
            .setPendingMillis(pendingMillis)
            .build());
  }

  private void command(CommandKind kind, Instant until) {
    driven.send(
        topics.commands(),
        "a.rule|subject",
        new Command(kind, "a.rule", "subject", 0, "officer", "known", clock.instant(), until));
  }

  private Topology topology() {
    return new AlertLifecycle(topics, Driven.TICK, () -> published, clock).get();
  }
}
