package org.kuroshio.standalone.correction;

import java.time.Instant;

/**
 * Who corrects, why and when; goes into each event's provenance.
 *
 * @param file as the user named it
 * @param reason not blank
 * @param who may be empty
 */
public record Author(String file, String reason, String who, Instant at) {
  public Author {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "reason must say why, as \"register entry of 2008-05-02\", was blank");
    }
    reason = oneLine(reason);
    who = oneLine(who);
  }

  /** Beside the rows, where {@code explain} shows it. */
  String position(String rows) {
    return who.isEmpty()
        ? "%s; reason: %s".formatted(rows, reason)
        : "%s; reason: %s; by: %s".formatted(rows, reason, who);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
