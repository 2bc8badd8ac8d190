package org.kuroshio.ingest.http;

import java.io.IOException;

/** An answer that asking again would not change. The message says what would. */
final class RefusedAnswerException extends IOException {
  private static final long serialVersionUID = 1;

  RefusedAnswerException(String message) {
    super(message);
  }
}
