package org.kuroshio.standalone.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.schemas.table.Alert;

/** Alerts as JSON, with everything that their records say. */
public final class AlertJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private AlertJson() {}

  public static String of(List<Alert> alerts) {
    ArrayNode all = MAPPER.createArrayNode();
    alerts.forEach(alert -> put(all.addObject(), alert));
    try {
      return MAPPER.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private static void put(ObjectNode node, Alert alert) {
    node.put("id", alert.getId());
    node.put("rule", alert.getRule());
    node.put("subject", alert.getSubject());
    node.put("severity", alert.getSeverity());
    node.put("state", alert.getState().name());
    node.put("episode", alert.getEpisode());
    node.put("number", alert.getNumber());
    node.put("transition", alert.getTransition());
    node.put("reason", alert.getReason());
    node.put("since", text(alert.getSince()));
    node.put("firedAt", text(alert.getFiredAt()));
    node.put("at", text(alert.getAt()));
    node.put("until", text(alert.getUntil()));
    node.put("who", alert.getWho());
    node.put("why", alert.getWhy());
    put(node.putObject("summary"), alert.getSummary());
    put(node.putObject("values"), alert.getValues());
    put(node.putObject("labels"), alert.getLabels());
    ArrayNode causes = node.putArray("causes");
    alert.getCauses().forEach(causes::add);
  }

  private static void put(ObjectNode node, Map<String, String> map) {
    new TreeMap<>(map).forEach(node::put);
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
