package org.kuroshio.ingest.http;

import org.kuroshio.ingest.answer.Answer;
import org.kuroshio.ingest.rejection.Problem;

/** What came of a request in the end. */
public sealed interface Outcome {
  /** What was asked for. */
  record Got(Answer answer) implements Outcome {}

  /** The server has nothing newer. */
  record Unchanged() implements Outcome {}

  /** There is nothing, say the rules. */
  record Nothing() implements Outcome {}

  /** It can't be had, and the rules say to go on. */
  record Skipped(String shown, Problem problem) implements Outcome {}
}
