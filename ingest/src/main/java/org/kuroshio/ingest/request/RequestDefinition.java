package org.kuroshio.ingest.request;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request as a definition writes it.
 *
 * @param path behind the transport's base; percent-encoded by whoever wrote it, while what fills
 *     its holes is encoded by us. Where it is one hole that gives an absolute address, that is
 *     asked
 * @param params of the query, encoded by us
 * @param throttle which service of a publisher that tells its load in headers is asked
 */
public record RequestDefinition(
    Method method,
    RequestText path,
    Map<String, RequestText> params,
    Map<String, RequestText> headers,
    RequestBody body,
    Optional<EpoService> throttle) {
  public RequestDefinition {
    params = Map.copyOf(params);
    headers = Map.copyOf(headers);
    if (method == Method.GET && !(body instanceof RequestBody.None)) {
      throw new IllegalArgumentException("a GET has no body; say 'method: POST'");
    }
  }

  /** Whether one of its holes has this name. */
  public boolean uses(String name) {
    return path.uses(name)
        || body.uses(name)
        || Stream.concat(params.values().stream(), headers.values().stream())
            .anyMatch(text -> text.uses(name));
  }

  public RequestDefinition withParam(String name, RequestText value) {
    Map<String, RequestText> more = new java.util.HashMap<>(params);
    more.put(name, value);
    return new RequestDefinition(method, path, more, headers, body, throttle);
  }

  public RequestDefinition withHeader(String name, RequestText value) {
    Map<String, RequestText> more = new java.util.HashMap<>(headers);
    more.put(name, value);
    return new RequestDefinition(method, path, params, more, body, throttle);
  }
}
