package org.kuroshio.ingest.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.auth.Auth;
import org.kuroshio.ingest.budget.Budget;
import org.kuroshio.ingest.request.RequestText;

/**
 * A publisher's server.
 *
 * @param base where all paths begin; ends with a slash
 * @param headers sent with every request
 * @param hosts other hosts that an answer may lead to; they get no authorisation
 * @param connectTimeout how long a connection may take to be made
 * @param readTimeout how long an answer may be silent
 * @param wholeTimeout how long an answer may take altogether
 * @param responseBytes most bytes of one answer, after unpacking
 * @param downloadBytes the same of a download, before unpacking
 */
public record HttpServer(
    URI base,
    Auth auth,
    Optional<Budget> budget,
    Map<String, RequestText> headers,
    List<String> hosts,
    Optional<URI> proxy,
    Duration connectTimeout,
    Duration readTimeout,
    Duration wholeTimeout,
    long responseBytes,
    long downloadBytes) {
  public HttpServer {
    headers = Map.copyOf(headers);
    hosts = List.copyOf(hosts);
  }
}
