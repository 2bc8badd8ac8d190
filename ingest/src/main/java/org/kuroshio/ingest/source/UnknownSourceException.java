package org.kuroshio.ingest.source;

/** A name that is neither a shipped source nor a file. The message names the nearest one. */
public final class UnknownSourceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownSourceException(String message) {
    super(message);
  }
}
