package org.kuroshio.indicators.alert.milestone;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kuroshio.indicators.alert.condition.Reason;
import org.kuroshio.indicators.alert.milestone.Fact.MilestoneFact;

/** How the work for a milestone ends, or moves away. */
final class Ends {
  private Ends() {}

  /** Empty while the milestone is open. A reached one is not among them: when matters there. */
  static Optional<Reason> closed(MilestoneFact milestone) {
    return switch (milestone.status()) {
      case WAIVED -> Optional.of(Reason.WAIVED);
      case CANCELLED -> Optional.of(Reason.CANCELLED);
      case MISSED -> Optional.of(Reason.MISSED);
      case PLANNED, REACHED, UNKNOWN -> Optional.empty();
    };
  }

  /**
   * Why a due date is another one: put off or brought forward while the original stays, or wrong
   * from the beginning.
   */
  static Reason moved(Map<String, String> told, MilestoneFact milestone) {
    return Objects.equals(told.get("dueOriginal"), text(milestone.dueOriginal()))
            && !Objects.equals(told.get("due"), text(milestone.due()))
            && milestone.due() != null
        ? Reason.RESCHEDULED
        : Reason.CORRECTED;
  }

  static String text(LocalDate day) {
    return day == null ? "-" : day.toString();
  }
}
