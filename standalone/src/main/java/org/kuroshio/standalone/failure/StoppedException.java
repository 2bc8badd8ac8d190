package org.kuroshio.standalone.failure;

/** The user, or the system, asked the process to end; what was begun is closed in order. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoppedException() {
    super("stopped");
  }
}
