package org.kuroshio.ingest.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.request.RequestValues;

/** Puts who asks into a request's headers. */
final class Authorisation {
  private static final String HEADER = "Authorization";

  private final Auth auth;
  private final Tokens tokens;

  Authorisation(Auth auth, Tokens tokens) {
    this.auth = auth;
    this.tokens = tokens;
  }

  void put(HttpUriRequestBase request, RequestValues values)
      throws java.io.IOException, InterruptedException {
    if (auth instanceof Auth.Header header) {
      request.setHeader(header.name(), header.value().fill(values));
    } else if (auth instanceof Auth.Bearer bearer) {
      request.setHeader(HEADER, "Bearer " + bearer.token().fill(values));
    } else if (auth instanceof Auth.Basic basic) {
      request.setHeader(HEADER, basic(basic.user().fill(values), basic.password().fill(values)));
    } else if (auth instanceof Auth.ClientCredentials credentials) {
      request.setHeader(HEADER, "Bearer " + tokens.token(credentials, values));
    }
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
