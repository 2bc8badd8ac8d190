package org.kuroshio.standalone.connect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person needs of an exception's stack: the words of its innermost cause. Connect keeps only
 * the printed stack of a failed task.
 */
final class Trace {
  private static final Pattern HEAD =
      Pattern.compile("^(?:Caused by: )?[\\w.$]+(?:Exception|Error): (.+)$", Pattern.MULTILINE);

  private Trace() {}

  static String reason(String printed) {
    String reason = null;
    Matcher heads = HEAD.matcher(printed);
    while (heads.find()) {
      reason = heads.group(1);
    }
    return reason == null ? printed.lines().findFirst().orElse("unknown reason") : reason;
  }

  static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
