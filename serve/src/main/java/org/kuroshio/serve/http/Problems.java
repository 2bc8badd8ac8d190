package org.kuroshio.serve.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.kuroshio.serve.answer.Json;

/** Problem documents (RFC 9457). */
final class Problems {
  static final String TYPE = "application/problem+json";

  private static final String PREFIX = "urn:kuroshio:problem:";

  /** What a server says by itself, where no handler of ours was reached. */
  private static final Map<Integer, String> TITLES =
      Map.of(
          400, "Bad request",
          401, "Who are you?",
          403, "Not allowed",
          404, "Not found",
          405, "Method not allowed",
          406, "Not acceptable",
          413, "Too large",
          414, "Address too long",
          415, "Unsupported media type",
          431, "Headers too large");

  private Problems() {}

  static byte[] of(ProblemException problem, String path) {
    return document(problem.status(), problem.word(), problem.title(), problem.getMessage(), path);
  }

  /** For a status alone. */
  static byte[] of(int status, String detail, String path) {
    String title = TITLES.getOrDefault(status, status >= 500 ? "Failure" : "Refused");
    String word = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    return document(status, word, title, detail, path);
  }

  private static byte[] document(
      int status, String word, String title, String detail, String path) {
    ObjectNode document =
        Json.object()
            .put("type", PREFIX + word)
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .put("instance", path);
    return Json.bytes(document);
  }
}
