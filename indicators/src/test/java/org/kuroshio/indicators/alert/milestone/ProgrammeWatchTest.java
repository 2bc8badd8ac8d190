package org.kuroshio.indicators.alert.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.MilestoneFixture;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.ProjectStatus;

class ProgrammeWatchTest {
  private static final String OVERDUE = "milestone.overdue";
  private static final String DUE_SOON = "milestone.due_soon";

  @Test
  void shouldFollowTheCalendarAndNotTheNextEvent() {
    Watched watched = new Watched("2024-01-01").state(due("2024-03-31"));

    watched.on("2024-02-29").on("2024-03-01").on("2024-03-31").on("2024-04-01").on("2024-04-02");

    assertThat(watched.said())
        .containsExactly("milestone.due_soon+", "milestone.due_soon-EXPIRED", "milestone.overdue+");
  }

  @Test
  void shouldTakeTheLastDayOfADateAsItsDeadline() {
    Watched watched = new Watched("2024-01-01").state(due("2024-03"));

    watched.on("2024-03-31");
    assertThat(watched.said(OVERDUE)).isEmpty();
    watched.on("2024-04-01");
    assertThat(watched.said(OVERDUE)).containsExactly("+");
  }

  @Test
  void shouldRecoverWhenAnOverdueMilestoneIsReachedLate() {
    Watched watched = new Watched("2024-04-10").state(due("2024-03-31"));

    watched.state(due("2024-03-31").version(2).reachedOn("2024-04-09"));

    assertThat(watched.said(OVERDUE)).containsExactly("+", "-RECOVERED");
    assertThat(watched.last("milestone.reached").getValues())
        .containsEntry("punctual", "late")
        .containsEntry("late", "9");
  }

  @Test
  void shouldCallItCorrectedWhenItNeverWasOverdue() {
    Watched reachedInTime = new Watched("2024-04-10").state(due("2024-03-31"));
    Watched wrongDate = new Watched("2024-04-10").state(due("2024-03-31"));
    Watched withdrawn = new Watched("2024-04-10").state(due("2024-03-31"));
    Watched forgotten = new Watched("2024-04-10").state(due("2024-03-31"));

    reachedInTime.state(due("2024-03-31").version(2).reachedOn("2024-03-30"));
    wrongDate.state(due("2025-03-31").version(2));
    withdrawn.state(due("2024-03-31").version(2).withdrawn());
    forgotten.forget("milestone:1");

    assertThat(reachedInTime.said(OVERDUE)).containsExactly("+", "-CORRECTED");
    assertThat(wrongDate.said(OVERDUE)).containsExactly("+", "-CORRECTED");
    assertThat(withdrawn.said(OVERDUE)).containsExactly("+", "-CORRECTED");
    assertThat(forgotten.said(OVERDUE)).containsExactly("+", "-CORRECTED");
  }

  @Test
  void shouldSayWhyAMilestoneIsOverdueNoLonger() {
    Watched watched = new Watched("2024-04-10").state(due("2024-03-31"));

    watched.state(due("2024-03-31").version(2).putOffTo("2024-09-30"));
    watched.on("2024-10-01");
    watched.state(
        due("2024-03-31").version(3).putOffTo("2024-09-30").status(MilestoneStatus.WAIVED));
    watched.state(due("2024-03-31").version(4).putOffTo("2024-09-30"));
    watched.state(
        due("2024-03-31").version(5).putOffTo("2024-09-30").status(MilestoneStatus.CANCELLED));
    watched.state(due("2024-03-31").version(6).putOffTo("2024-09-30"));
    watched.state(
        due("2024-03-31").version(7).putOffTo("2024-09-30").status(MilestoneStatus.MISSED));

    assertThat(watched.said(OVERDUE))
        .containsExactly("+", "-RESCHEDULED", "+", "-WAIVED", "+", "-CANCELLED", "+", "-MISSED");
  }

  @Test
  void shouldTellEachSlipAgainstTheOriginalDate() {
    Watched watched = new Watched("2024-01-01").state(due("2024-03-31"));

    watched.state(due("2024-03-31").version(2).putOffTo("2024-06-30"));
    assertThat(watched.last("milestone.rescheduled").getValues()).containsEntry("slip", "91");
    watched.state(due("2024-03-31").version(3).putOffTo("2024-12-31"));
    assertThat(watched.last("milestone.rescheduled").getValues()).containsEntry("slip", "275");
    watched.state(due("2024-03-31").version(4).putOffTo("2024-12-31").reachedOn("2024-01-01"));

    assertThat(watched.said("milestone.rescheduled")).containsExactly("+", "+", "-RECOVERED");
    assertThat(watched.last("milestone.reached").getValues()).containsEntry("punctual", "on time");
  }

  @Test
  void shouldResolveTheAlertsOfAWithdrawnProjectAndRaiseThemAgainWithIt() {
    Watched watched =
        new Watched("2024-04-10")
            .state(Events.project("project:1").running("2020-04-01", "2024-05-31"))
            .state(due("2024-03-31"));

    watched.state(Events.project("project:1").version(2).withdrawn());
    assertThat(watched.raised()).isEmpty();
    assertThat(watched.said(OVERDUE)).containsExactly("+", "-CORRECTED");
    watched.state(Events.project("project:1").version(3).running("2020-04-01", "2024-05-31"));

    assertThat(watched.raised())
        .containsOnlyKeys("milestone.overdue|milestone:1", "project.term_end|project:1");
  }

  @Test
  void shouldTellHowAGateWasDecidedForThirtyDays() {
    Watched watched = new Watched("2024-04-10");

    watched.state(due("2024-03-31").decision(GateDecision.STOP).reachedOn("2024-04-09"));
    watched.on("2024-05-08").on("2024-05-09");

    assertThat(watched.said("gate.stopped")).containsExactly("+", "-EXPIRED");
    assertThat(watched.said("gate.continued")).isEmpty();
  }

  @Test
  void shouldTellWhatWasMissedWaivedAndCancelled() {
    Watched watched = new Watched("2021-07-20");

    watched
        .state(due("2021-07-01").status(MilestoneStatus.MISSED))
        .state(milestone("milestone:2").due("2021-09-01").status(MilestoneStatus.WAIVED))
        .state(milestone("milestone:3").due("2021-09-01").status(MilestoneStatus.CANCELLED))
        .on("2021-07-29");

    assertThat(watched.said())
        .containsExactly(
            "milestone.missed+",
            "milestone.waived+",
            "milestone.cancelled+",
            "milestone.waived-EXPIRED",
            "milestone.cancelled-EXPIRED");
  }

  @Test
  void shouldRecoverWhatWasMissedAndIsReachedAfterAll() {
    Watched watched =
        new Watched("2021-07-20").state(due("2021-07-01").status(MilestoneStatus.MISSED));

    watched.state(due("2021-07-01").version(2).reachedOn("2021-07-19"));

    assertThat(watched.said("milestone.missed")).containsExactly("+", "-RECOVERED");
  }

  @Test
  void shouldWarnBeforeATermEnds() {
    Watched watched =
        new Watched("2024-01-01")
            .state(Events.project("project:1").running("2020-04-01", "2024-05-31"));

    watched.on("2024-03-01");
    assertThat(watched.said("project.term_end")).isEmpty();
    watched.on("2024-03-02");
    watched.state(
        Events.project("project:1")
            .version(2)
            .running("2020-04-01", "2024-05-31")
            .status(ProjectStatus.ENDED));

    assertThat(watched.said("project.term_end")).containsExactly("+", "-RECOVERED");
  }

  @Test
  void shouldJudgeAgainWhenTheClockWasPutBack() {
    Watched watched = new Watched("2024-04-10").state(due("2024-03-31"));

    watched.on("2024-03-20");

    assertThat(watched.raised()).containsOnlyKeys(DUE_SOON + "|milestone:1");
  }

  private static MilestoneFixture due(String label) {
    return milestone("milestone:1").due(label);
  }

  private static MilestoneFixture milestone(String id) {
    return Events.milestone(id).name("Prototype " + id);
  }
}
