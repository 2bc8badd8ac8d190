package org.kuroshio.schemas.entity;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON value is no event; all reasons at once. */
public final class InvalidEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems at least one
   */
  public InvalidEventException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  /** The first problem's, for counting. */
  public Problem.Reason reason() {
    return problems.get(0).reason();
  }
}
