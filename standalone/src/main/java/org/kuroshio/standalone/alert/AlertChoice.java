package org.kuroshio.standalone.alert;

import java.util.List;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.standalone.failure.Failure;

/**
 * Which alert is meant.
 *
 * @param words its id, or its rule and subject
 */
public record AlertChoice(List<String> words) {
  public AlertChoice {
    words = List.copyOf(words);
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("an alert is named by its ID, or by RULE SUBJECT");
    }
  }

  /**
   * @throws Failure if there is none, naming the nearest
   */
  public Alert of(List<Alert> alerts) {
    return alerts.stream()
        .filter(this::isMeant)
        .findFirst()
        .orElseThrow(() -> new Failure("there is no alert " + this + hint(alerts)));
  }

  private boolean isMeant(Alert alert) {
    return words.size() == 1
        ? alert.getId().equals(words.get(0))
        : alert.getRule().equals(words.get(0)) && alert.getSubject().equals(words.get(1));
  }

  private String hint(List<Alert> alerts) {
    if (alerts.isEmpty()) {
      return ": there are none";
    }
    return words.size() == 1
        ? Nearest.to(words.get(0), alerts.stream().map(Alert::getId).toList())
            .map(id -> "; did you mean '" + id + "'?")
            .orElse("; see kuroshio alerts list --state all")
        : "; see kuroshio alerts list --state all";
  }

  @Override
  public String toString() {
    return "'" + String.join(" ", words) + "'";
  }
}
