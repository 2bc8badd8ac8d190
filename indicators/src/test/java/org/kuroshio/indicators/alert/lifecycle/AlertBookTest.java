package org.kuroshio.indicators.alert.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.CommandKind;

class AlertBookTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final AlertBook book = new AlertBook();
  private final List<Alert> history = new ArrayList<>();

  @Test
  void shouldFireAndResolveOnceHoweverOftenItIsTold() {
    tell(raised("1", 0), 0);
    tell(raised("1", 0), 1);
    tell(cleared("RECOVERED"), 2);
    tell(cleared("RECOVERED"), 3);

    assertThat(told()).containsExactly("1.1 FIRED FIRING", "1.2 RESOLVED RESOLVED");
    assertThat(history.get(1).getReason()).isEqualTo("RECOVERED");
    assertThat(history.get(1).getBefore()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void shouldBeginAnotherEpisodeWhenItHappensAgain() {
    tell(raised("1", 0), 0);
    tell(cleared("EXPIRED"), 1);
    tell(raised("1", 0), 2);

    assertThat(told())
        .containsExactly("1.1 FIRED FIRING", "1.2 RESOLVED RESOLVED", "2.1 FIRED FIRING");
    assertThat(history.get(2).getId()).matches("[0-9a-f]{12}-2");
  }

  @Test
  void shouldFireOnlyWhatStandsUnchangedForLongEnough() {
    tell(raised("1", 5_000), 0);
    tick(4);
    tell(raised("2", 5_000), 4);
    tick(8);
    assertThat(told()).containsExactly("1.1 PENDING PENDING", "1.2 CHANGED PENDING");
    tick(9);
    tick(10);

    assertThat(told())
        .containsExactly("1.1 PENDING PENDING", "1.2 CHANGED PENDING", "1.3 FIRED FIRING");
    assertThat(history.get(2).getFiredAt()).isEqualTo(START.plusSeconds(9));
    assertThat(history.get(2).getSince()).isEqualTo(START);
  }

  @Test
  void shouldNotFireWhatWentByWhilePending() {
    tell(raised("1", 5_000), 0);
    tell(cleared("RECOVERED"), 1);
    tick(60);

    assertThat(told()).containsExactly("1.1 PENDING PENDING", "1.2 RESOLVED RESOLVED");
    assertThat(history.get(1).getFiredAt()).isNull();
  }

  @Test
  void shouldKeepWhoAcknowledgedItAndWhy() {
    tell(raised("1", 0), 0);
    say(CommandKind.ACKNOWLEDGE, 0, null, 1);
    say(CommandKind.ACKNOWLEDGE, 0, null, 2);
    tell(raised("1", 0), 3);

    assertThat(told()).containsExactly("1.1 FIRED FIRING", "1.2 ACKNOWLEDGED ACKNOWLEDGED");
    assertThat(history.get(1).getWho()).isEqualTo("officer");
    assertThat(history.get(1).getWhy()).isEqualTo("known");
  }

  @Test
  void shouldFireAgainWhenWhatWasAcknowledgedBecomesAnotherThing() {
    tell(raised("1", 0), 0);
    say(CommandKind.ACKNOWLEDGE, 0, null, 1);
    tell(raised("2", 0), 2);

    assertThat(told().get(2)).isEqualTo("1.3 CHANGED FIRING");
    assertThat(history.get(2).getWho()).isNull();
  }

  @Test
  void shouldSleepUntilTheEndOfASnooze() {
    tell(raised("1", 0), 0);
    say(CommandKind.SNOOZE, 0, START.plusSeconds(60), 1);
    tell(raised("2", 0), 2);
    tick(59);
    assertThat(told().get(2)).isEqualTo("1.3 CHANGED SNOOZED");
    tick(60);
    tick(61);

    assertThat(told())
        .containsExactly(
            "1.1 FIRED FIRING",
            "1.2 SNOOZED SNOOZED",
            "1.3 CHANGED SNOOZED",
            "1.4 SNOOZE_OVER FIRING");
  }

  @Test
  void shouldResolveWhatIsSnoozedOrAcknowledged() {
    tell(raised("1", 0), 0);
    say(CommandKind.SNOOZE, 1, START.plusSeconds(60), 1);
    tell(cleared("CORRECTED"), 2);
    tick(100);

    assertThat(told().get(2)).isEqualTo("1.3 RESOLVED RESOLVED");
    assertThat(history).hasSize(3);
  }

  @Test
  void shouldLeaveAsideCommandsThatMeanNothing() {
    say(CommandKind.ACKNOWLEDGE, 0, null, 0);
    tell(raised("1", 5_000), 0);
    say(CommandKind.ACKNOWLEDGE, 0, null, 1);
    tick(5);
    say(CommandKind.ACKNOWLEDGE, 7, null, 6);
    say(CommandKind.SNOOZE, 0, START, 7);
    tell(cleared("RECOVERED"), 8);
    say(CommandKind.ACKNOWLEDGE, 0, null, 9);

    assertThat(told())
        .containsExactly("1.1 PENDING PENDING", "1.2 FIRED FIRING", "1.3 RESOLVED RESOLVED");
  }

  @Test
  void shouldGoOnAfterARestartAsIfNothingHadHappened() {
    tell(raised("1", 5_000), 0);
    AlertBook next = new AlertBook();
    next.known(book.all());

    assertThat(next.condition(raised("1", 5_000), START.plusSeconds(1))).isEmpty();
    assertThat(next.tick(START.plusSeconds(5)))
        .singleElement()
        .satisfies(alert -> assertThat(alert.getTransition()).isEqualTo("FIRED"));
    assertThat(next.tick(START.plusSeconds(6))).isEmpty();
  }

  private void tell(AlertCondition condition, int second) {
    history.addAll(book.condition(condition, START.plusSeconds(second)));
  }

  private void tick(int second) {
    history.addAll(book.tick(START.plusSeconds(second)));
  }

  private void say(CommandKind kind, int episode, Instant until, int second) {
    Instant at = START.plusSeconds(second);
    history.addAll(
        book.command(
            new Command(kind, "a.rule", "subject", episode, "officer", "known", at, until), at));
  }

  private List<String> told() {
    return history.stream()
        .map(
            a ->
                "%d.%d %s %s"
                    .formatted(a.getEpisode(), a.getNumber(), a.getTransition(), a.getState()))
        .toList();
  }

  private static AlertCondition raised(String mark, long pendingMillis) {
    return AlertCondition.newBuilder()
        .setRule("a.rule")
        .setSubject("subject")
        .setSeverity("warning")
        .setRaised(true)
        .setAt(START)
        .setMark(mark)
        .setPendingMillis(pendingMillis)
        .build();
  }

  private static AlertCondition cleared(String reason) {
    return AlertCondition.newBuilder(raised("1", 0)).setRaised(false).setReason(reason).build();
  }
}
