package org.kuroshio.schemas.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The registry's HTTP, with every failure said in the operator's words. Safe for many threads; each
 * call blocks.
 */
final class RegistryHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Set<Integer> LOGIN_REFUSED = Set.of(401, 403);
  private static final Set<Integer> BUSY = Set.of(408, 429);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERROR = 500;

  private final RegistrySettings settings;
  private final HttpClient client;

  RegistryHttp(RegistrySettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
  }

  /** A registry's answer: 200, or an error that it explains itself. */
  record Answer(int status, JsonNode body) {
    String complaint() {
      return body.path("message").asText("status " + status);
    }
  }

  /** The body of a 200. */
  record Accepted(JsonNode body, String asked) {
    int integer(String field) {
      return present(field, body.path(field).canConvertToInt()).intValue();
    }

    String text(String field) {
      return present(field, body.path(field).isTextual()).textValue();
    }

    private JsonNode present(String field, boolean fits) {
      if (!fits) {
        throw new RegistryException(
            "%s answered without '%s': is it a schema registry?".formatted(asked, field));
      }
      return body.get(field);
    }
  }

  URI base() {
    return settings.base();
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Answer get(String path) {
    return send(path, request(path).GET());
  }

  Answer post(String path, JsonNode body) {
    return send(
        path,
        request(path)
            .header("Content-Type", MEDIA_TYPE)
            .POST(BodyPublishers.ofString(body.toString())));
  }

  Accepted accepted(Answer answer, String path) {
    if (answer.status() != OK) {
      throw new RegistryException(
          "%s refused: %s (status %d)"
              .formatted(address(path), answer.complaint(), answer.status()));
    }
    return new Accepted(answer.body(), address(path).toString());
  }

  private URI address(String path) {
    String base = settings.base().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .timeout(settings.patience())
            .header("Accept", MEDIA_TYPE + ", application/json");
    settings.login().ifPresent(login -> request.header("Authorization", basic(login)));
    return request;
  }

  private static String basic(RegistrySettings.Login login) {
    byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private Answer send(String path, HttpRequest.Builder request) {
    try {
      return answer(path, client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new RegistryUnavailableException(
          "no answer from %s (%s): check that the registry is up and the address is right"
              .formatted(address(path), e),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException("interrupted while asking " + address(path), e);
    }
  }

  private Answer answer(String path, HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= SERVER_ERROR || BUSY.contains(status)) {
      throw new RegistryUnavailableException(
          "%s answered with status %d: the registry is busy or broken"
              .formatted(address(path), status));
    }
    if (LOGIN_REFUSED.contains(status)) {
      throw new RegistryException(
          "%s answered with status %d: %s"
              .formatted(
                  address(path),
                  status,
                  settings.login().isPresent()
                      ? "the login is wrong or may not do this"
                      : "it wants a login"));
    }
    JsonNode body = json(response.body());
    if (!isOfRegistry(status, body)) {
      throw new RegistryException(
          "%s answered with status %d, but not as a schema registry does: check the address (Apicurio's ends in /apis/ccompat/v7)"
              .formatted(address(path), status));
    }
    return new Answer(status, body);
  }

  /**
   * A registry's "not found" has a code of five digits, 40401 to 40403. A web server that never
   * heard of the path may well answer 404 in JSON too; taken for the registry's word, that would
   * condemn good records.
   */
  private static boolean isOfRegistry(int status, JsonNode body) {
    if (status == OK) {
      return body.isObject();
    }
    if (status == CONFLICT) {
      // for a version that somebody else has just made, Apicurio has no code
      return body.has("error_code") || body.has("message");
    }
    int code = body.path("error_code").asInt();
    return status == NOT_FOUND ? code / 100 == NOT_FOUND : code != 0;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
