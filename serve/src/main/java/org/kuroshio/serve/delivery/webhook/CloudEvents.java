package org.kuroshio.serve.delivery.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.post.AlertLinks;

/**
 * Transitions as CloudEvents 1.0 in structured JSON: one alone, several as a batch. The same
 * transition is the same event, byte for byte, whenever it is sent.
 */
final class CloudEvents {
  static final String ONE = "application/cloudevents+json; charset=UTF-8";
  static final String BATCH = "application/cloudevents-batch+json; charset=UTF-8";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<URI> link;

  CloudEvents(Optional<URI> link) {
    this.link = link;
  }

  byte[] body(List<Alert> transitions) {
    try {
      if (transitions.size() == 1) {
        return JSON.writeValueAsBytes(event(transitions.get(0)));
      }
      ArrayNode batch = JSON.createArrayNode();
      transitions.forEach(transition -> batch.add(event(transition)));
      return JSON.writeValueAsBytes(batch);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text can always be written", e);
    }
  }

  private ObjectNode event(Alert alert) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id(alert));
    event.put("source", link.map(URI::toString).orElse("urn:kuroshio:alerts"));
    event.put("type", "org.kuroshio.alert." + alert.getTransition().toLowerCase(Locale.ROOT));
    event.put("subject", alert.getRule() + "|" + alert.getSubject());
    event.put("time", alert.getAt().toString());
    event.put("datacontenttype", "application/json");
    event.set("data", data(alert));
    return event;
  }

  /** One transition and no other; a receiver that has seen it may drop it. */
  static String id(Alert alert) {
    return alert.getId() + "." + alert.getNumber();
  }

  private ObjectNode data(Alert alert) {
    ObjectNode data = JSON.createObjectNode();
    data.put("id", alert.getId());
    data.put("rule", alert.getRule());
    data.put("subject", alert.getSubject());
    data.put("severity", alert.getSeverity());
    data.put("state", alert.getState().name());
    data.put("episode", alert.getEpisode());
    data.put("transition", alert.getTransition());
    put(data, "reason", alert.getReason());
    put(data, "since", alert.getSince());
    put(data, "firedAt", alert.getFiredAt());
    put(data, "until", alert.getUntil());
    put(data, "who", alert.getWho());
    put(data, "why", alert.getWhy());
    data.set("summary", texts(alert.getSummary()));
    data.set("labels", texts(alert.getLabels()));
    data.set("values", texts(alert.getValues()));
    alert.getCauses().forEach(data.putArray("causes")::add);
    link.ifPresent(base -> data.put("link", AlertLinks.on(base)));
    return data;
  }

  private static ObjectNode texts(Map<String, String> texts) {
    ObjectNode object = JSON.createObjectNode();
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> object.put(entry.getKey(), entry.getValue()));
    return object;
  }

  private static void put(ObjectNode data, String key, String value) {
    if (value != null) {
      data.put(key, value);
    }
  }

  private static void put(ObjectNode data, String key, Instant value) {
    if (value != null) {
      data.put(key, value.toString());
    }
  }
}
