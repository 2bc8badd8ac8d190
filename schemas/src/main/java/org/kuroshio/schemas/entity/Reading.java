package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.schemas.entity.Problem.Reason;

/** One record being read: its context, and what is wrong with it so far. One thread. */
final class Reading {
  private static final int LONGEST_QUOTE = 80;

  private final EventContext context;
  private final List<Problem> problems = new ArrayList<>();

  Reading(EventContext context) {
    this.context = context;
  }

  EventContext context() {
    return context;
  }

  int problemCount() {
    return problems.size();
  }

  void wrong(At at, Reason reason, String found, String expected) {
    problems.add(new Problem(at.toString(), reason, found, expected));
  }

  void wrongType(At at, JsonNode value, String expected) {
    wrong(at, Reason.WRONG_TYPE, describe(value), expected);
  }

  /**
   * @throws InvalidEventException if anything is wrong
   */
  void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidEventException(problems);
    }
  }

  static String quote(String text) {
    boolean whole = text.length() <= LONGEST_QUOTE;
    return "'" + (whole ? text : text.substring(0, LONGEST_QUOTE) + "...") + "'";
  }

  static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "text " + quote(value.textValue());
      case NUMBER -> "number " + value.asText();
      case BOOLEAN -> value.asText();
      case NULL, MISSING -> "nothing";
      case ARRAY -> "a list";
      default -> "an object";
    };
  }
}
