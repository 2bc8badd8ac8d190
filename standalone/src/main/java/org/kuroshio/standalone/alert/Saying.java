package org.kuroshio.standalone.alert;

import java.time.Instant;
import java.util.Optional;
import org.kuroshio.indicators.alert.lifecycle.AlertBook;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.CommandKind;
import org.kuroshio.standalone.failure.Failure;

/**
 * What a person says of an alert.
 *
 * @param until the end of a snooze; empty for an acknowledgement
 */
public record Saying(
    AlertChoice alert, String who, String why, Instant at, Optional<Instant> until) {
  public Saying {
    if (who.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException("--who and --why must say who says so, and why");
    }
    if (until.filter(end -> !end.isAfter(at)).isPresent()) {
      throw new IllegalArgumentException("--until must lie in the future, was " + until.get());
    }
  }

  /**
   * @throws Failure if this can't be said of the alert as it stands
   */
  Command of(Alert found) {
    if (!AlertBook.takesCommands(found.getState())) {
      throw new Failure(
          "the alert %s is %s: only one that fires can be acknowledged or snoozed"
              .formatted(
                  found.getId(), found.getState().name().toLowerCase(java.util.Locale.ROOT)));
    }
    return new Command(
        until.isPresent() ? CommandKind.SNOOZE : CommandKind.ACKNOWLEDGE,
        found.getRule(),
        found.getSubject(),
        found.getEpisode(),
        who,
        why,
        at,
        until.orElse(null));
  }

  /** Whether the alert stands as it was said. */
  boolean isDone(Alert now) {
    return until.isPresent()
        ? now.getState() == AlertState.SNOOZED && until.get().equals(now.getUntil())
        : now.getState() == AlertState.ACKNOWLEDGED;
  }
}
