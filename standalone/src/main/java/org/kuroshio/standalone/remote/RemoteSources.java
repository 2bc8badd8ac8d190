package org.kuroshio.standalone.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.sourcestatus.SourceHealth;

/** What sources said of themselves, as a server answers it. */
public final class RemoteSources {
  private RemoteSources() {}

  /**
   * By source and slice.
   *
   * @throws Failure if the server does not answer as it should
   */
  public static List<SourceHealth> read(RemoteServer server, Instant now) {
    List<SourceHealth> all = new ArrayList<>();
    JsonNode answer = server.tree(server.text("sources", Map.of()));
    for (JsonNode source : answer.path("sources")) {
      try {
        all.add(new SourceHealth(status(source), now));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new Failure("the server tells of a source what this version does not know", e);
      }
    }
    return all;
  }

  private static SourceStatus status(JsonNode source) {
    Map<String, Long> rejected = new HashMap<>();
    source
        .path("rejected")
        .fields()
        .forEachRemaining(reason -> rejected.put(reason.getKey(), reason.getValue().asLong()));
    return SourceStatus.newBuilder()
        .setSource(source.path("source").asText())
        .setSlice(source.path("slice").asText())
        .setState(SourceState.valueOf(source.path("state").asText()))
        .setAt(Instant.parse(source.path("at").asText()))
        .setLastSuccessAt(instant(source.path("lastSuccessAt")))
        .setNewestPublishedAt(instant(source.path("newestPublishedAt")))
        .setRhythmSeconds(number(source.path("rhythmSeconds")))
        .setRead(source.path("read").asLong())
        .setPublished(source.path("published").asLong())
        .setKnown(source.path("known").asLong())
        .setIgnored(source.path("ignored").asLong())
        .setRejected(rejected)
        .setRequests(source.path("requests").asLong())
        .setRetries(source.path("retries").asLong())
        .setBudgetLeft(number(source.path("budgetLeft")))
        .setError(source.hasNonNull("error") ? source.get("error").asText() : null)
        .build();
  }

  private static Instant instant(JsonNode node) {
    return node.isTextual() ? Instant.parse(node.asText()) : null;
  }

  private static Long number(JsonNode node) {
    return node.isNumber() ? node.asLong() : null;
  }
}
