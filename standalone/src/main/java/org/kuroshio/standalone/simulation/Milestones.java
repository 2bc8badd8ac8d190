package org.kuroshio.standalone.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.program.MilestoneStatus;

/**
 * Milestones of simulated projects: planned, put off, reached or missed. Never gates or ends of
 * terms: those are the paper's own.
 */
final class Milestones {
  private static final List<MilestoneKind> KINDS =
      List.of(
          MilestoneKind.REPORT,
          MilestoneKind.FILING,
          MilestoneKind.PROTOTYPE,
          MilestoneKind.CLINICAL,
          MilestoneKind.COMMERCIAL);

  private static final int MILESTONES_OF_A_PROJECT = 4;
  private static final int SHORTEST_TERM_DAYS = 60;
  private static final int LONGEST_TERM_DAYS = 720;
  private static final int LONGEST_DELAY_DAYS = 270;

  /** No milestone is reached long before it is due. */
  private static final int EARLIEST_DAYS = 30;

  private record Open(long version, Milestone state) {
    Open next(Milestone changed) {
      return new Open(version + 1, changed);
    }

    Revision revision() {
      return Revision.of(state.getMilestoneId(), version, state);
    }

    LocalDate due() {
      return state.getDue().getTo();
    }
  }

  private final String idPrefix;
  private final Chance chance;
  private final Pool<Open> planned = new Pool<>();
  private final Pool<Open> missed = new Pool<>();
  private long plans;

  Milestones(String idPrefix, Chance chance) {
    this.idPrefix = idPrefix;
    this.chance = chance;
  }

  Optional<Revision> plan(LocalDate today) {
    plans++;
    long project = (plans - 1) / MILESTONES_OF_A_PROJECT + 1;
    MilestoneKind kind = chance.oneOf(KINDS);
    LocalDate due = today.plusDays(chance.between(SHORTEST_TERM_DAYS, LONGEST_TERM_DAYS));
    Milestone milestone =
        Milestone.newBuilder()
            .setMilestoneId(idPrefix + "milestone:" + plans)
            .setProjectId(idPrefix + "project:" + project)
            .setKind(kind)
            .setDueOriginal(Days.on(due))
            .setDue(Days.on(due))
            .setStatus(MilestoneStatus.PLANNED)
            .setParties(
                List.of(
                    Organisations.university(
                        PartyRole.LEAD, Prefectures.any(chance), RegionBasis.LEAD)))
            .setLabels(Map.of("en", "Simulated milestone " + plans))
            .build();
    Open first = new Open(1, milestone);
    planned.add(first);
    return Optional.of(first.revision());
  }

  /** One that is nearly due, or one that was missed and is made up for. */
  Optional<Revision> reach(LocalDate today) {
    LocalDate soon = today.plusDays(EARLIEST_DAYS);
    Optional<Open> ready =
        chance.percent(90)
            ? planned.take(chance, milestone -> !milestone.due().isAfter(soon))
            : missed.take(chance);
    return ready.map(
        milestone ->
            milestone
                .next(
                    Milestone.newBuilder(milestone.state)
                        .setReachedOn(Days.on(today))
                        .setStatus(MilestoneStatus.REACHED)
                        .build())
                .revision());
  }

  Optional<Revision> miss(LocalDate today) {
    return planned
        .take(chance, milestone -> milestone.due().isBefore(today))
        .map(
            milestone -> {
              Open late =
                  milestone.next(
                      Milestone.newBuilder(milestone.state)
                          .setStatus(MilestoneStatus.MISSED)
                          .build());
              missed.add(late);
              return late.revision();
            });
  }

  /** The day moves, the original day stays. */
  Optional<Revision> reschedule() {
    return planned
        .take(chance)
        .map(
            milestone -> {
              LocalDate later = milestone.due().plusDays(chance.between(1, LONGEST_DELAY_DAYS));
              Open delayed =
                  milestone.next(
                      Milestone.newBuilder(milestone.state).setDue(Days.on(later)).build());
              planned.add(delayed);
              return delayed.revision();
            });
  }
}
