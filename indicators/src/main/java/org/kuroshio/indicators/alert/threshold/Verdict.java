package org.kuroshio.indicators.alert.threshold;

import java.util.Map;
import org.kuroshio.indicators.alert.rule.Message;

/**
 * What a test says of one subject.
 *
 * @param closed whether the period is over, so that only a correction can have changed the number
 * @param words for messages, by language; values are the same in all
 */
record Verdict(
    String subject,
    Standing standing,
    boolean closed,
    Map<String, String> values,
    Map<String, String> labels,
    Message.Words words) {
  /** How a subject stands. */
  enum Standing {
    /** the rule holds */
    RAISED,
    /** it does not */
    QUIET,
    /** between the level and the one at which it is armed again: as it was */
    BETWEEN
  }

  Verdict {
    values = Map.copyOf(values);
    labels = Map.copyOf(labels);
  }
}
