package org.kuroshio.standalone.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.kuroshio.standalone.failure.Failure;

/**
 * What a Connect cluster elsewhere says of a connector.
 *
 * @param state Connect's word, of the first task that does not run, or else of all
 * @param reason the words of a failure, else empty
 */
public record ConnectorReport(String state, String reason) {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final int OK = 200;

  /**
   * @param connect the address of the cluster's REST interface
   * @throws Failure if it does not answer, or does not know the connector
   */
  public static ConnectorReport of(URI connect, String connector) {
    URI address = URI.create(connect.toString().replaceAll("/+$", "") + "/connectors/" + connector);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/status")).timeout(LONGEST_ANSWER).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(LONGEST_ANSWER)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new Failure(
            "Connect answers %d to %s: %s"
                .formatted(answer.statusCode(), address, answer.body().strip()));
      }
      return of(new ObjectMapper().readTree(answer.body()));
    } catch (IOException e) {
      throw new Failure("Connect does not answer at %s: %s".formatted(connect, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while Connect was asked", e);
    }
  }

  public boolean isRunning() {
    return state.equals("RUNNING");
  }

  private static ConnectorReport of(JsonNode status) {
    JsonNode worst = status.path("connector");
    for (JsonNode task : status.path("tasks")) {
      if (isRunning(worst)) {
        worst = task;
      }
    }
    if (isRunning(worst) && status.path("tasks").isEmpty()) {
      return new ConnectorReport("UNASSIGNED", "it has no task");
    }
    String trace = worst.path("trace").asText("");
    return new ConnectorReport(
        worst.path("state").asText("UNKNOWN"), trace.isEmpty() ? "" : Trace.reason(trace));
  }

  private static boolean isRunning(JsonNode part) {
    return part.path("state").asText().equals("RUNNING");
  }
}
