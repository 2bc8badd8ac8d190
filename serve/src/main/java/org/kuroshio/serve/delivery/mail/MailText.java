package org.kuroshio.serve.delivery.mail;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.post.AlertLinks;

/** What a mail says. Of several transitions of one alert only the last is news. */
final class MailText {
  private static final int SHOWN = 50;
  private static final int SUBJECT_LENGTH = 120;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final MailWords words;
  private final Optional<URI> link;
  private final List<Alert> alerts;

  MailText(List<Alert> transitions, MailWords words, Optional<URI> link) {
    this.words = words;
    this.link = link;
    Map<String, Alert> last = new LinkedHashMap<>();
    for (Alert alert : transitions) {
      last.remove(alert.getId());
      last.put(alert.getId(), alert);
    }
    this.alerts = List.copyOf(last.values());
  }

  String subject() {
    String first = transition(alerts.get(0)) + ": " + summary(alerts.get(0));
    String all = alerts.size() == 1 ? first : first + " " + words.andMore(alerts.size() - 1);
    String line = "[Kuroshio] " + all.replaceAll("\\s+", " ");
    return line.length() <= SUBJECT_LENGTH ? line : line.substring(0, SUBJECT_LENGTH - 1) + "…";
  }

  String body() {
    List<String> lines = new ArrayList<>();
    alerts.stream().limit(SHOWN).forEach(alert -> describe(alert, lines));
    if (alerts.size() > SHOWN) {
      lines.add(words.andMore(alerts.size() - SHOWN));
      lines.add("");
    }
    lines.add(words.footer());
    return String.join("\r\n", lines) + "\r\n";
  }

  private void describe(Alert alert, List<String> lines) {
    lines.add(transition(alert) + " · " + alert.getSeverity() + " · " + TIME.format(alert.getAt()));
    lines.add(summary(alert).replaceAll("\\s+", " "));
    if (alert.getReason() != null) {
      lines.add(words.reason() + " " + alert.getReason());
    }
    if (alert.getWho() != null) {
      lines.add(
          words.by()
              + " "
              + alert.getWho()
              + (alert.getWhy() == null ? "" : ": " + alert.getWhy()));
    }
    lines.add(alert.getRule() + " · " + alert.getSubject() + " · " + alert.getId());
    link.ifPresent(base -> lines.add(AlertLinks.on(base)));
    lines.add("");
  }

  private String transition(Alert alert) {
    return words.transition(alert.getTransition());
  }

  private String summary(Alert alert) {
    return Optional.ofNullable(alert.getSummary().get(words.language()))
        .or(() -> Optional.ofNullable(alert.getSummary().get("en")))
        .orElse(alert.getRule());
  }
}
