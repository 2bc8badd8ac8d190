package org.kuroshio.ingest.rejection;

/**
 * Leaves the mapping of one record, caught by the engine, which goes on with the next. Carries no
 * stack: a million bad records must stay cheap.
 */
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  RejectedException(Problem problem) {
    super(problem.reason() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
