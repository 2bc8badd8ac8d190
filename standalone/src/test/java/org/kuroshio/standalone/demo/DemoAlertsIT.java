package org.kuroshio.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.standalone.command.CommandLines;
import org.kuroshio.standalone.command.Surroundings;
import org.kuroshio.standalone.session.StopRequest;

/** Alerts of a demo that is killed, started again and asked: one directory, step by step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoAlertsIT {
  private static final String[] SIMULATION = {"--seed", "5", "--rate", "300"};

  private static final Duration SOON = Duration.ofSeconds(5);

  private Path data;
  private Instant ready;
  private List<Alert> beforeTheKill;

  @BeforeAll
  void chooseDirectory(@TempDir Path temp) {
    data = temp.resolve("demo");
  }

  @Test
  @Order(1)
  void shouldRaiseThePapersTwoWrongFiguresAndShowMilestonesComeAndGo() throws Exception {
    // When
    try (ChildDemo demo = ChildDemo.start(data, SIMULATION)) {
      demo.await(text -> text.startsWith("ready in"));
      ready = Instant.now();
      demo.await(
          text ->
              text.contains(" 2 reported.differs, 2 reported.rounded_sum")
                  && text.contains("milestone.overdue")
                  && !text.contains(" 0 resolved"));
      demo.kill();
    }

    // Then
    try (StoppedDemo demo = new StoppedDemo(data)) {
      List<Alert> fired =
          demo.alertHistory().stream()
              .filter(a -> a.getRule().equals("reported.differs"))
              .filter(a -> a.getTransition().equals("FIRED"))
              .toList();
      assertThat(fired)
          .extracting(Alert::getSubject)
          .containsExactlyInAnyOrder("paper:figure:F061", "paper:figure:F063");
      beforeTheKill = reported(demo.alertHistory());
      assertThat(fired).allSatisfy(a -> assertThat(a.getAt()).isBeforeOrEqualTo(ready.plus(SOON)));
      assertThat(summary(fired, "paper:figure:F061"))
          .contains("published 774, computed 744 (+30)", "one digit replaced");
      assertThat(summary(fired, "paper:figure:F063")).contains("0.58", "428/744");
    }
  }

  @Test
  @Order(2)
  void shouldNeitherRepeatNorLoseATransitionOverAKill() throws Exception {
    // When
    try (ChildDemo demo = ChildDemo.start(data, SIMULATION)) {
      demo.await(text -> text.contains(" 2 reported.differs, 2 reported.rounded_sum"));
      demo.await(text -> text.contains("milestone.missed"));
      assertThat(demo.terminate()).isZero();
    }

    // Then
    List<Alert> history;
    try (StoppedDemo demo = new StoppedDemo(data)) {
      history = demo.alertHistory();
    }
    Set<String> seen = new HashSet<>();
    history.forEach(
        alert -> {
          assertThat(seen.add(alert.getId() + "." + alert.getNumber())).as("%s", alert).isTrue();
          assertThat(
                  alert.getNumber() == 1
                      || seen.contains(alert.getId() + "." + (alert.getNumber() - 1)))
              .as("%s follows what is not there", alert)
              .isTrue();
        });
    assertThat(reported(history)).isEqualTo(beforeTheKill);
    assertThat(transitions(history))
        .contains(
            "milestone.overdue FIRED",
            "milestone.overdue RESOLVED",
            "milestone.missed FIRED",
            "milestone.reached FIRED",
            "milestone.rescheduled FIRED");
  }

  @Test
  @Order(3)
  void shouldKeepWhoAcknowledgedAnAlertAndWhy() {
    // Given
    String id =
        run(0, "alerts", "list", "--format", "csv")
            .lines()
            .filter(line -> line.contains("paper:figure:F061"))
            .map(line -> line.substring(0, line.indexOf(',')))
            .findFirst()
            .orElseThrow();

    // When
    String said = run(0, "alerts", "ack", id, "--who", "officer", "--why", "the text is wrong");

    // Then
    assertThat(said).contains("reported.differs paper:figure:F061: acknowledged by officer");
    assertThat(run(0, "alerts", "list", "--state", "acknowledged"))
        .contains(id, "acknowledged by officer", "774")
        .doesNotContain("F063");
    assertThat(run(1, "alerts", "ack", "reported.differs", "nothing", "--why", "x"))
        .contains("there is no alert 'reported.differs nothing'");
    assertThat(run(2, "alerts", "snooze", id, "--why", "x", "--until", "2001-01-01"))
        .contains("--until must lie in the future");
    try (StoppedDemo demo = new StoppedDemo(data)) {
      assertThat(demo.alertHistory())
          .filteredOn(a -> a.getState() == AlertState.ACKNOWLEDGED)
          .singleElement()
          .satisfies(a -> assertThat(a.getWhy()).isEqualTo("the text is wrong"));
    }
  }

  private static List<Alert> reported(List<Alert> history) {
    return history.stream().filter(a -> a.getRule().startsWith("reported.")).toList();
  }

  private static Set<String> transitions(List<Alert> history) {
    return history.stream()
        .map(a -> a.getRule() + " " + a.getTransition())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String summary(List<Alert> alerts, String subject) {
    return alerts.stream()
        .filter(a -> a.getSubject().equals(subject))
        .map(a -> a.getSummary().get("en"))
        .findFirst()
        .orElseThrow();
  }

  private String run(int status, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int ended =
        CommandLines.run(
            new Surroundings(out, out, false, StopRequest.never()), all.toArray(String[]::new));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(ended).as(printed).isEqualTo(status);
    return printed;
  }
}
