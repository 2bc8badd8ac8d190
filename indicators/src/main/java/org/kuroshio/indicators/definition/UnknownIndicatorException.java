package org.kuroshio.indicators.definition;

/**
 * Somebody asked for an indicator that the catalogue doesn't have; the message names the nearest.
 */
public final class UnknownIndicatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownIndicatorException(String message) {
    super(message);
  }
}
