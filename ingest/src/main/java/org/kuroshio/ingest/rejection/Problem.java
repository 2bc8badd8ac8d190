package org.kuroshio.ingest.rejection;

import java.util.regex.Pattern;
import org.kuroshio.schemas.table.RejectionStage;

/**
 * Why one record can't be used.
 *
 * @param reason one word for counting: {@code bad-date}
 * @param detail what, where, and what would be right, for a person; holds no value of a personal
 *     field
 */
public record Problem(RejectionStage stage, String reason, String detail) {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,59}");

  public Problem {
    if (!WORD.matcher(reason).matches()) {
      throw new IllegalArgumentException(
          "reason must be one word of lower-case letters, digits and hyphens, was '"
              + reason
              + "'");
    }
  }

  public static Problem read(String reason, String detail) {
    return new Problem(RejectionStage.READ, reason, detail);
  }

  public static Problem parse(String reason, String detail) {
    return new Problem(RejectionStage.PARSE, reason, detail);
  }

  public static Problem select(String reason, String detail) {
    return new Problem(RejectionStage.SELECT, reason, detail);
  }

  public static Problem map(String reason, String detail) {
    return new Problem(RejectionStage.MAP, reason, detail);
  }

  public static Problem validate(String reason, String detail) {
    return new Problem(RejectionStage.VALIDATE, reason, detail);
  }

  public RejectedException thrown() {
    return new RejectedException(this);
  }
}
