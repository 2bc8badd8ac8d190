package org.kuroshio.ingest.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.failure.Condition;

/**
 * One answer, read to its end.
 *
 * @param shown its address without secrets
 * @param headers by name in lower case
 * @param body unpacked; empty for a download
 * @param file where a download was kept; whoever asked for it deletes it
 */
public record Answer(
    String shown, int status, Map<String, List<String>> headers, byte[] body, Optional<Path> file)
    implements Condition.Headers {
  private static final int BEGINNING = 64 * 1024;

  @Override
  public Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether it is a page for people. */
  public boolean isHtml() {
    return find("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  /** The body's beginning, for searching; whatever is no UTF-8 is not to be found. */
  public String beginning() {
    return new String(body, 0, Math.min(body.length, BEGINNING), StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return status + " of " + shown;
  }
}
