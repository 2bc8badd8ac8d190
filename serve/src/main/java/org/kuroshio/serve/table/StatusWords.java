package org.kuroshio.serve.table;

import org.kuroshio.schemas.table.Status;

/** What a status means, for people. */
final class StatusWords {
  private StatusWords() {}

  /** Empty where there is nothing to say. */
  static String of(Status status, String reason) {
    String words =
        switch (status) {
          case NORMAL -> "";
          case ESTIMATED -> "estimated";
          case PROVISIONAL -> "provisional, the period is not over";
          case PARTIAL -> "partial, some of it is known for a larger region only";
          case BREAK -> "break, not comparable";
          case MISSING -> "no data";
          case UNDEFINED -> "undefined";
        };
    if (reason.isEmpty()) {
      return words;
    }
    return words.isEmpty() ? reason : words + ": " + reason;
  }
}
