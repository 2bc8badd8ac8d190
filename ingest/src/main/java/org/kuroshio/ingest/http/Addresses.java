package org.kuroshio.ingest.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.request.QueryText;
import org.kuroshio.ingest.request.RequestDefinition;
import org.kuroshio.ingest.request.RequestValues;

/** Makes the address of a request, and what of it may be shown. */
final class Addresses {
  private final HttpServer server;
  private final Redaction redaction;

  Addresses(HttpServer server, Redaction redaction) {
    this.server = server;
    this.redaction = redaction;
  }

  /**
   * @throws RefusedAnswerException if what fills it makes no address
   */
  URI of(RequestDefinition request, RequestValues values, Optional<String> link)
      throws RefusedAnswerException {
    String written = link.orElseGet(() -> request.path().fillAsPath(values));
    boolean absolute = written.startsWith("http://") || written.startsWith("https://");
    String path = written.startsWith("/") ? written.substring(1) : written;
    String address = absolute ? written : server.base() + path;
    try {
      if (link.isPresent()) {
        return URI.create(authorised(absolute ? address : resolved(written), values));
      }
      String query = QueryText.of(request.params(), values);
      return URI.create(authorised(joined(address, query), values));
    } catch (IllegalArgumentException e) {
      throw new RefusedAnswerException(
          "what fills the request makes no address: " + redaction.clean(address));
    }
  }

  private String resolved(String link) {
    return server.base().resolve(link).toString();
  }

  private static String joined(String address, String query) {
    if (query.isEmpty()) {
      return address;
    }
    return address + (address.indexOf('?') < 0 ? "?" : "&") + query;
  }

  private String authorised(String address, RequestValues values) {
    if (server.auth() instanceof Auth.Query query) {
      return joined(
          withoutParam(address, query.param()),
          QueryText.of(java.util.Map.of(query.param(), query.value()), values));
    }
    return address;
  }

  /** The same address without a key, for messages and stored positions. */
  String shown(String address) {
    String clean = address;
    if (server.auth() instanceof Auth.Query query) {
      clean = withoutParam(address, query.param());
    }
    return redaction.clean(clean);
  }

  private static String withoutParam(String address, String param) {
    int start = address.indexOf('?');
    if (start < 0) {
      return address;
    }
    List<String> kept = new ArrayList<>();
    for (String pair : address.substring(start + 1).split("&", -1)) {
      if (!pair.startsWith(param + "=")) {
        kept.add(pair);
      }
    }
    return address.substring(0, start) + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
  }
}
