package org.kuroshio.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.alert.lifecycle.AlertBook;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.table.AlertState;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.table.CommandKind;
import org.kuroshio.serve.access.Caller;
import org.kuroshio.serve.answer.Json;
import org.kuroshio.serve.record.Alerts;
import org.kuroshio.serve.record.Commands;
import org.kuroshio.serve.record.Rejections;
import org.kuroshio.serve.record.SourceStatuses;

/** Alerts and what is said of them, sources, rejections. */
final class RecordEndpoints {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 500;

  private final Alerts alerts;
  private final Commands commands;
  private final SourceStatuses sources;
  private final Rejections rejections;
  private final Clock clock;

  RecordEndpoints(
      Alerts alerts,
      Commands commands,
      SourceStatuses sources,
      Rejections rejections,
      Clock clock) {
    this.alerts = alerts;
    this.commands = commands;
    this.sources = sources;
    this.rejections = rejections;
    this.clock = clock;
  }

  void alerts(Context context) {
    Question question = new Question(context, "state", "rule", "limit");
    Set<AlertState> states = question.words("state", AlertState.class);
    int most = question.number("limit", 1_000, 1, 10_000);
    List<Alert> wanted = alerts.all(states, question.text("rule").orElse(""));
    ObjectNode tree = Json.object().put("total", wanted.size());
    ArrayNode array = tree.putArray("alerts");
    wanted.stream().limit(most).forEach(alert -> Alerts.put(array, alert));
    Answer.to(context).json(tree);
  }

  void sources(Context context) {
    new Question(context);
    ObjectNode tree = Json.object();
    sources.put(tree.putArray("sources"));
    Answer.to(context).json(tree);
  }

  void rejected(Context context) {
    Question question = new Question(context, "source", "limit");
    ObjectNode tree = Json.object();
    rejections.put(
        tree, question.text("source").orElse(""), question.number("limit", 100, 1, 1_000));
    Answer.to(context).json(tree);
  }

  void acknowledge(Context context) {
    JsonNode body = body(context, Set.of("who", "why"));
    command(context, CommandKind.ACKNOWLEDGE, body, null);
  }

  void snooze(Context context) {
    JsonNode body = body(context, Set.of("who", "why", "until"));
    Instant until = until(body.path("until").asText(""));
    if (!until.isAfter(clock.instant())) {
      throw ProblemException.badQuestion("'until' lies in the past: " + until);
    }
    command(context, CommandKind.SNOOZE, body, until);
  }

  private void command(Context context, CommandKind kind, JsonNode body, Instant until) {
    new Question(context);
    String id = context.pathParam("id");
    Alert alert =
        alerts
            .byId(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "unknown-alert",
                        "Unknown alert",
                        "there is no alert of that id; /api/v1/alerts lists them"));
    if (!AlertBook.takesCommands(alert.getState())) {
      throw new ProblemException(
          409,
          "alert-not-firing",
          "Alert not firing",
          "the alert is %s: only one that fires can be acknowledged or snoozed"
              .formatted(alert.getState().name().toLowerCase(Locale.ROOT)));
    }
    Caller caller = Callers.of(context.req());
    String who = text(body, "who", LONGEST_NAME).filter(w -> !caller.known()).orElse(caller.name());
    String why =
        text(body, "why", LONGEST_REASON)
            .orElseThrow(
                () -> ProblemException.badQuestion("say why, for those who read it later: 'why'"));
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    commands.send(
        Command.newBuilder()
            .setKind(kind)
            .setRule(alert.getRule())
            .setSubject(alert.getSubject())
            .setEpisode(alert.getEpisode())
            .setWho(who)
            .setWhy(why)
            .setAt(at)
            .setUntil(until)
            .build());
    ObjectNode tree =
        Json.object()
            .put("id", id)
            .put("kind", kind.name())
            .put("who", who)
            .put("why", why)
            .put("at", at.toString());
    if (until != null) {
      tree.put("until", until.toString());
    }
    Answer.to(context).json(tree);
    context.status(202);
  }

  private static JsonNode body(Context context, Set<String> names) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      // a form of another site's page can't send this type without being asked first
      throw new ProblemException(
          415, "unsupported-media-type", "Unsupported media type", "send application/json");
    }
    JsonNode body;
    try {
      body = MAPPER.readTree(context.bodyAsBytes());
    } catch (JsonProcessingException e) {
      throw ProblemException.badQuestion("the body is no JSON: " + e.getOriginalMessage());
    } catch (java.io.IOException e) {
      throw ProblemException.badQuestion("the body can't be read");
    }
    if (!body.isObject()) {
      throw ProblemException.badQuestion("the body is a JSON object with " + names);
    }
    Iterator<String> given = body.fieldNames();
    while (given.hasNext()) {
      if (!names.contains(given.next())) {
        throw ProblemException.badQuestion("the body has these fields only: " + names);
      }
    }
    return body;
  }

  private static Optional<String> text(JsonNode body, String field, int longest) {
    String text = body.path(field).asText("").strip();
    if (text.length() > longest) {
      throw ProblemException.badQuestion("'%s' has at most %d letters".formatted(field, longest));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Instant until(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.badQuestion(
          "'until' is an instant such as 2026-11-30T09:00:00Z or 2026-11-30T18:00:00+09:00");
    }
  }
}
