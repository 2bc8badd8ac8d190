package org.kuroshio.standalone.remote;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.standalone.failure.Failure;

/** Asks a server of ours. What it refuses is a {@link Failure} in its own words. */
public final class RemoteServer {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String API = "/api/v1/";

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final URI url;
  private final Optional<String> key;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * @param url `http://localhost:8080`
   * @param key sent as X-API-Key, never shown
   */
  public RemoteServer(URI url, Optional<String> key) {
    if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))
        || url.getHost() == null) {
      throw new Failure("--url is an address such as http://localhost:8080, was " + url);
    }
    this.url = url;
    this.key = key;
  }

  /**
   * @param parameters without those that are empty
   */
  public String text(String address, Map<String, String> parameters) {
    return get(API + address + "?" + query(parameters));
  }

  /** As the server wrote it; decimals stay exact. */
  public JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new Failure(url + " did not answer as a server of Kuroshio does", e);
    }
  }

  private static String query(Map<String, String> parameters) {
    List<String> all = new ArrayList<>();
    parameters.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            all.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
          }
        });
    return String.join("&", all);
  }

  /** An address as an answer of the server gave it. */
  String get(String pathAndQuery) {
    return answer(HttpRequest.newBuilder(url.resolve(pathAndQuery)).GET());
  }

  /** Tells the server something, as JSON. */
  String post(String address, String json) {
    return answer(
        HttpRequest.newBuilder(url.resolve(API + address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  private String answer(HttpRequest.Builder request) {
    request.timeout(PATIENCE);
    key.ifPresent(secret -> request.header("X-API-Key", secret));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() / 100 == 2) {
        return response.body();
      }
      throw new Failure("%s: %s".formatted(url, words(response)));
    } catch (IOException e) {
      throw new Failure(
          "no server answers at %s (%s): is it running? kuroshio demo starts one"
              .formatted(url, e.getMessage() == null ? "refused" : e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while asking " + url, e);
    }
  }

  private String words(HttpResponse<String> response) {
    boolean problem =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem");
    return problem
        ? tree(response.body()).path("detail").asText()
        : "status " + response.statusCode();
  }
}
