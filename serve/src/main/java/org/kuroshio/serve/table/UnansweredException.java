package org.kuroshio.serve.table;

/** A question that the tables or their history can't answer; the message says what they have. */
public final class UnansweredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is missing. */
  public enum Why {
    /** nothing was ever computed */
    NO_TABLES,
    /** the history has no such cut */
    NO_SUCH_CUT,
    /** the later cut was named first */
    WRONG_ORDER
  }

  private final Why why;

  public UnansweredException(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
