package org.kuroshio.ingest.http;

/** A source that can't be read until a person acts. The message says why, without secrets. */
public final class FailedSourceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public FailedSourceException(String message) {
    super(message);
  }
}
