package org.kuroshio.standalone.failure;

/**
 * A failure that its message explains in full to the person who typed the command: what, where, and
 * what to do. It is printed without a stack and ends the process with exit status 1.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Failure(String message) {
    super(message);
  }

  /**
   * @param cause kept for the log only; what the user needs of it must be in the message
   */
  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
