package org.kuroshio.ingest.file;

/** What the user named as input can't be read. The message says what to do about it. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InputException(String message) {
    super(message);
  }

  InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
