package org.kuroshio.ingest.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** {@code name=value&name=value}, for queries and forms, sorted by name. */
public final class QueryText {
  private QueryText() {}

  /** A field whose holes leave nothing is left out. */
  public static String of(Map<String, RequestText> fields, RequestValues values) {
    StringJoiner joined = new StringJoiner("&");
    new TreeMap<>(fields)
        .forEach(
            (name, text) -> {
              String value = text.fill(values);
              if (!value.isEmpty() || !text.hasHoles()) {
                joined.add(encoded(name) + "=" + encoded(value));
              }
            });
    return joined.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
