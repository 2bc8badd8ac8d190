package org.kuroshio.serve.delivery.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.serve.delivery.post.HttpSender;
import org.kuroshio.serve.delivery.post.UndeliveredException;

/**
 * Keeps the silences of one Alertmanager in step with snoozes: an alert that is snoozed has one
 * that ends with the snooze, another has none. It looks before it writes, so that doing it twice
 * changes nothing.
 */
final class Silences {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = {};
  private static final String TYPE = "application/json";

  private final URI api;
  private final HttpSender http;

  /**
   * @param api ending in {@code /api/v2/}
   */
  Silences(URI api, HttpSender http) {
    this.api = api;
    this.http = http;
  }

  void follow(Alert alert) throws UndeliveredException {
    Instant until = alert.getState() == AlertState.SNOOZED ? alert.getUntil() : null;
    boolean there = false;
    for (JsonNode silence : standing(alert)) {
      if (until != null && until.equals(Instant.parse(silence.path("endsAt").asText()))) {
        there = true;
      } else {
        http.send(
            "DELETE",
            api.resolve("silence/" + silence.path("id").asText()),
            NOTHING,
            TYPE,
            Map.of());
      }
    }
    if (until != null && !there) {
      http.send("POST", api.resolve("silences"), silence(alert, until), TYPE, Map.of());
    }
  }

  private List<JsonNode> standing(Alert alert) throws UndeliveredException {
    String filter = "%s=\"%s\"".formatted(AlertmanagerAlert.ID, alert.getId());
    byte[] answer =
        http.send(
            "GET",
            api.resolve("silences?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)),
            NOTHING,
            TYPE,
            Map.of());
    List<JsonNode> standing = new ArrayList<>();
    for (JsonNode silence : read(answer)) {
      if (!silence.path("status").path("state").asText().equals("expired")) {
        standing.add(silence);
      }
    }
    return standing;
  }

  private static JsonNode read(byte[] answer) throws UndeliveredException {
    try {
      return JSON.readTree(answer);
    } catch (IOException e) {
      throw new UndeliveredException("Alertmanager's list of silences is no JSON", e);
    }
  }

  private static byte[] silence(Alert alert, Instant until) throws UndeliveredException {
    ObjectNode silence = JSON.createObjectNode();
    ObjectNode matcher = silence.putArray("matchers").addObject();
    matcher.put("name", AlertmanagerAlert.ID);
    matcher.put("value", alert.getId());
    matcher.put("isRegex", false);
    matcher.put("isEqual", true);
    silence.put("startsAt", alert.getAt().toString());
    silence.put("endsAt", until.toString());
    silence.put("createdBy", alert.getWho() == null ? "kuroshio" : alert.getWho());
    silence.put("comment", alert.getWhy() == null ? "snoozed" : alert.getWhy());
    try {
      return JSON.writeValueAsBytes(silence);
    } catch (IOException e) {
      throw new UndeliveredException("a silence can't be written as JSON", e);
    }
  }
}
