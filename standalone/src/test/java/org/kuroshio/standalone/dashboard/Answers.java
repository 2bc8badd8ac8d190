package org.kuroshio.standalone.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the HTTP interface says, to hold the page against. */
final class Answers {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  Answers(URI address) {
    this.address = address;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(address.resolve("/api/v1/" + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return MAPPER.readTree(answer.body());
  }

  /** Values by region, as text; empty where there is none. */
  Map<String, String> byRegion(String query) throws IOException, InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    for (JsonNode row : get("values?" + query).get("values")) {
      JsonNode value = row.get("value");
      values.put(row.get("region").asText(), value.isNull() ? "" : value.asText());
    }
    return values;
  }
}
