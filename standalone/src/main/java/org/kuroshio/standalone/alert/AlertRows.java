package org.kuroshio.standalone.alert;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.print.Csv;
import org.kuroshio.serve.print.TextTable;

/** Alerts as lines, for people and as CSV. */
public final class AlertRows {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "rule",
          "subject",
          "severity",
          "state",
          "episode",
          "transition",
          "reason",
          "since",
          "at",
          "who",
          "why",
          "until",
          "summary");

  private final String language;

  /**
   * @param language of the summaries: en, ja, zh
   */
  public AlertRows(String language) {
    this.language = language;
  }

  /** Two lines for each alert: how it stands, and what it says. */
  public List<String> text(List<Alert> alerts) {
    TextTable table =
        new TextTable(
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT,
            TextTable.Align.LEFT);
    for (Alert alert : alerts) {
      table.row(alert.getId(), alert.getSeverity(), state(alert), alert.getRule(), summary(alert));
    }
    return table.lines();
  }

  public void csv(List<Alert> alerts, PrintStream out) {
    Csv csv = new Csv(out);
    csv.line(COLUMNS);
    for (Alert alert : alerts) {
      csv.line(
          List.of(
              alert.getId(),
              alert.getRule(),
              alert.getSubject(),
              alert.getSeverity(),
              alert.getState().name(),
              Integer.toString(alert.getEpisode()),
              alert.getTransition(),
              orEmpty(alert.getReason()),
              time(alert.getSince()),
              time(alert.getAt()),
              orEmpty(alert.getWho()),
              orEmpty(alert.getWhy()),
              time(alert.getUntil()),
              summary(alert)));
    }
  }

  private String summary(Alert alert) {
    return alert
        .getSummary()
        .getOrDefault(language, alert.getSummary().getOrDefault("en", alert.getSubject()));
  }

  /** As {@code firing}, {@code acknowledged by officer}, {@code resolved: corrected}. */
  private static String state(Alert alert) {
    String word = alert.getState().name().toLowerCase(java.util.Locale.ROOT);
    return switch (alert.getState()) {
      case ACKNOWLEDGED -> word + " by " + alert.getWho();
      case SNOOZED -> word + " until " + time(alert.getUntil());
      case RESOLVED -> word + ": " + orEmpty(alert.getReason()).toLowerCase(java.util.Locale.ROOT);
      case PENDING, FIRING -> word;
    };
  }

  private static String time(Instant instant) {
    return instant == null ? "" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String orEmpty(String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
