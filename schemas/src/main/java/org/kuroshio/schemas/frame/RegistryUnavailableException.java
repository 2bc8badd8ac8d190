package org.kuroshio.schemas.frame;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The registry did not answer, or answered that it can't at the moment. The record is not to blame.
 */
public final class RegistryUnavailableException extends RetriableException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message) {
    super(message);
  }

  public RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
