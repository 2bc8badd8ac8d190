package org.kuroshio.ingest.failure;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an answer must look like for a rule to hold; all of it must.
 *
 * @param statuses any of these; empty for any status
 * @param headers each of these is there and matches
 * @param at where in a body a value must stand; {@code *} for any member
 * @param body what the value there, or the body's beginning, must contain
 */
public record Condition(
    List<StatusRange> statuses,
    Map<String, Pattern> headers,
    Optional<JsonPointer> at,
    Optional<Pattern> body) {
  public Condition {
    statuses = List.copyOf(statuses);
    headers = Map.copyOf(headers);
    if (statuses.isEmpty() && headers.isEmpty() && at.isEmpty() && body.isEmpty()) {
      throw new IllegalArgumentException(
          "a rule names a status, a header or something in the body");
    }
  }

  /** Both ends included: 404 to 404, or 500 to 599. */
  public record StatusRange(int from, int to) {
    public boolean has(int status) {
      return from <= status && status <= to;
    }
  }

  /** Whether the status and the headers, which are known before the body, allow it. */
  public boolean allows(int status, Headers said) {
    return (statuses.isEmpty() || statuses.stream().anyMatch(range -> range.has(status)))
        && headers.entrySet().stream()
            .allMatch(
                header ->
                    said.find(header.getKey())
                        .filter(value -> header.getValue().matcher(value).find())
                        .isPresent());
  }

  /** The headers of an answer. */
  public interface Headers {
    Optional<String> find(String name);
  }
}
