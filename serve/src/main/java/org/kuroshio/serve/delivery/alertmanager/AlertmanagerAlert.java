package org.kuroshio.serve.delivery.alertmanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.serve.delivery.post.AlertLinks;

/**
 * An alert as Alertmanager's API v2 takes it. Labels are what it is, and stay the same for a whole
 * episode, so that what is told again is the same alert there; everything that changes is an
 * annotation.
 */
final class AlertmanagerAlert {
  static final String ID = "alert_id";

  private AlertmanagerAlert() {}

  /**
   * @param endsAt of one that stands: when it ends if it is not told again
   */
  static ObjectNode of(Alert alert, Instant endsAt, Optional<URI> link) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("labels", labels(alert));
    json.set("annotations", annotations(alert));
    json.put("startsAt", alert.getFiredAt().toString());
    json.put(
        "endsAt", (alert.getState() == AlertState.RESOLVED ? alert.getAt() : endsAt).toString());
    link.ifPresent(base -> json.put("generatorURL", AlertLinks.on(base)));
    return json;
  }

  private static ObjectNode labels(Alert alert) {
    ObjectNode labels = JsonNodeFactory.instance.objectNode();
    alert.getLabels().forEach((name, value) -> put(labels, name, value));
    put(labels, "alertname", alert.getRule());
    put(labels, "severity", alert.getSeverity());
    put(labels, "subject", alert.getSubject());
    put(labels, ID, alert.getId());
    return labels;
  }

  private static ObjectNode annotations(Alert alert) {
    ObjectNode annotations = JsonNodeFactory.instance.objectNode();
    alert.getValues().forEach((name, value) -> put(annotations, name, value));
    for (Map.Entry<String, String> summary : alert.getSummary().entrySet()) {
      boolean english = summary.getKey().equals("en");
      put(annotations, english ? "summary" : "summary_" + summary.getKey(), summary.getValue());
    }
    put(annotations, "state", alert.getState().name());
    put(annotations, "reason", alert.getReason());
    put(annotations, "who", alert.getWho());
    put(annotations, "why", alert.getWhy());
    return annotations;
  }

  /** Names are letters, digits and underscores there, and an empty value is none. */
  private static void put(ObjectNode object, String name, String value) {
    if (value != null && !value.isEmpty()) {
      String plain = name.replaceAll("[^a-zA-Z0-9_]", "_");
      object.put(Character.isDigit(plain.charAt(0)) ? "_" + plain : plain, value);
    }
  }
}
