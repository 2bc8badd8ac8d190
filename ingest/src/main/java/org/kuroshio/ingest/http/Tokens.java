package org.kuroshio.ingest.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.answer.JsonBodyValues;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.request.QueryText;
import org.kuroshio.ingest.request.RequestText;
import org.kuroshio.ingest.request.RequestValues;

/** Tokens of OAuth 2 client credentials: kept in memory, renewed before their end. */
final class Tokens {
  private static final JsonPointer TOKEN = JsonPointer.compile("/access_token");
  private static final JsonPointer LIFETIME = JsonPointer.compile("/expires_in");
  private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

  /** Sends a request within the budget. */
  interface Sending {
    Answer send(HttpUriRequestBase request, String shown) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final Sending sending;
  private final Clock clock;
  private String token = "";
  private Instant end = Instant.MIN;

  Tokens(HttpServer server, Sending sending, Clock clock) {
    this.server = server;
    this.sending = sending;
    this.clock = clock;
  }

  /** The token is no good any more, whatever its end was to be. */
  void forget() {
    token = "";
  }

  /** The secret that is in memory now, to be hidden too. */
  String current() {
    return token;
  }

  String token(Auth.ClientCredentials credentials, RequestValues values)
      throws IOException, InterruptedException {
    Instant now = clock.instant();
    if (token.isEmpty() || !now.isBefore(end.minus(credentials.refreshBefore()))) {
      renew(credentials, values, now);
    }
    return token;
  }

  private void renew(Auth.ClientCredentials credentials, RequestValues values, Instant now)
      throws IOException, InterruptedException {
    Answer answer = sending.send(request(credentials, values), "the token endpoint");
    if (answer.status() / 100 == 4 && answer.status() != 429 && answer.status() != 408) {
      throw new RefusedAnswerException(
          "the token endpoint answers with status "
              + answer.status()
              + ": the client id or secret is not accepted");
    }
    JsonBodyValues found = new JsonBodyValues();
    Optional<String> given = found.find(answer.body(), TOKEN);
    if (!answer.isSuccess() || given.isEmpty() || given.get().isEmpty()) {
      throw new IOException(
          "the token endpoint answers with status " + answer.status() + " and no access_token");
    }
    token = given.get();
    end = now.plus(lifetime(found.find(answer.body(), LIFETIME)));
  }

  private static Duration lifetime(Optional<String> seconds) {
    return seconds
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(USUAL_LIFETIME);
  }

  private HttpUriRequestBase request(Auth.ClientCredentials credentials, RequestValues values) {
    String path = credentials.tokenPath().fill(values);
    HttpPost post =
        new HttpPost(path.contains("://") ? URI.create(path) : URI.create(server.base() + path));
    Map<String, RequestText> form = new HashMap<>(credentials.form());
    form.putIfAbsent("grant_type", RequestText.parse("client_credentials"));
    if (credentials.inBody()) {
      form.put("client_id", credentials.clientId());
      form.put("client_secret", credentials.clientSecret());
    } else {
      post.setHeader(
          "Authorization",
          Authorisation.basic(
              credentials.clientId().fill(values), credentials.clientSecret().fill(values)));
    }
    post.setEntity(
        new StringEntity(QueryText.of(form, values), ContentType.APPLICATION_FORM_URLENCODED));
    return post;
  }
}
