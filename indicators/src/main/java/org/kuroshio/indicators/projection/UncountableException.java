package org.kuroshio.indicators.projection;

/** An event can be read, but not counted; it is rejected by itself, whatever came before it. */
public final class UncountableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UncountableException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** One word for counting. */
  public String reason() {
    return reason;
  }
}
