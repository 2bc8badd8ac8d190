package org.kuroshio.standalone.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.standalone.failure.Failure;

/** The alerts of a server, and what is said of them there. */
public final class RemoteAlerts {
  /** As many as a server gives at once. */
  private static final String MOST = "1000";

  private final RemoteServer server;

  public RemoteAlerts(RemoteServer server) {
    this.server = server;
  }

  /**
   * Every alert as it stands, in the server's order.
   *
   * @throws Failure if the server does not answer as it should
   */
  public List<Alert> all() {
    List<Alert> all = new ArrayList<>();
    JsonNode answer = server.tree(server.text("alerts", Map.of("limit", MOST)));
    for (JsonNode alert : answer.path("alerts")) {
      try {
        all.add(alert(alert));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new Failure("the server tells of an alert what this version does not know", e);
      }
    }
    return all;
  }

  /**
   * Acknowledges, or snoozes where there is an end. The alert follows in a moment.
   *
   * @return whom the server took it for
   */
  public String say(String id, String who, String why, Optional<Instant> until) {
    ObjectNode body = new ObjectMapper().createObjectNode().put("who", who).put("why", why);
    until.ifPresent(end -> body.put("until", end.toString()));
    String address =
        "alerts/%s/%s"
            .formatted(
                URLEncoder.encode(id, StandardCharsets.UTF_8),
                until.isPresent() ? "snooze" : "ack");
    return server.tree(server.post(address, body.toString())).path("who").asText();
  }

  private static Alert alert(JsonNode node) {
    return Alert.newBuilder()
        .setId(node.path("id").asText())
        .setRule(node.path("rule").asText())
        .setSubject(node.path("subject").asText())
        .setSeverity(node.path("severity").asText())
        .setState(AlertState.valueOf(node.path("state").asText()))
        .setEpisode(node.path("episode").asInt())
        .setTransition(node.path("transition").asText())
        .setReason(text(node.path("reason")))
        .setAt(Instant.parse(node.path("at").asText()))
        .setValues(map(node.path("values")))
        .setLabels(map(node.path("labels")))
        .setWho(text(node.path("who")))
        .setWhy(text(node.path("why")))
        .setUntil(instant(node.path("until")))
        .setNumber(node.path("number").asInt())
        .setSummary(map(node.path("summary")))
        .setSince(instant(node.path("since")))
        .setFiresAt(instant(node.path("firesAt")))
        .setFiredAt(instant(node.path("firedAt")))
        .build();
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  private static Instant instant(JsonNode node) {
    return node.isTextual() ? Instant.parse(node.asText()) : null;
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new TreeMap<>();
    node.fields().forEachRemaining(entry -> map.put(entry.getKey(), entry.getValue().asText()));
    return map;
  }
}
