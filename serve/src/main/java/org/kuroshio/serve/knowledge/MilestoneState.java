package org.kuroshio.serve.knowledge;

import java.time.LocalDate;
import java.util.Locale;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneStatus;

/** Where a milestone stands on a day. */
public enum MilestoneState {
  UPCOMING,
  DUE,
  OVERDUE,
  REACHED,
  CANCELLED;

  /** So long before its due date a milestone is one to look after. */
  private static final int DAYS_AHEAD = 90;

  static MilestoneState of(Milestone milestone, LocalDate on) {
    if (milestone.getReachedOn() != null && !milestone.getReachedOn().getTo().isAfter(on)) {
      return REACHED;
    }
    if (milestone.getStatus() == MilestoneStatus.CANCELLED
        || milestone.getStatus() == MilestoneStatus.WAIVED) {
      return CANCELLED;
    }
    LocalDate due = Milestones.dueOr(milestone, LocalDate.MAX);
    if (due.isBefore(on)) {
      return OVERDUE;
    }
    return due.isAfter(on.plusDays(DAYS_AHEAD)) ? UPCOMING : DUE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
