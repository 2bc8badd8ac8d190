package org.kuroshio.serve.delivery.post;

import java.time.Duration;
import java.util.Optional;

/** The other side did not take a message. The text holds no secret and none of its answer. */
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;

  public UndeliveredException(String message) {
    this(message, Optional.empty(), null);
  }

  public UndeliveredException(String message, Throwable cause) {
    this(message, Optional.empty(), cause);
  }

  /**
   * @param retryAfter as the other side asked for
   */
  public UndeliveredException(String message, Optional<Duration> retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
