package org.kuroshio.schemas.frame;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A record's bytes can't be read, now or on another try. A registry that does not answer is not
 * this.
 */
public final class UndecodableException extends SerializationException {
  private static final long serialVersionUID = 1L;

  /** One word for counting. */
  public enum Reason {
    NOT_FRAMED,
    UNKNOWN_ID,
    /** a known schema, of a record type that does not belong into this topic */
    UNEXPECTED_TYPE,
    /** the writer's schema and ours have no common reading */
    INCOMPATIBLE_SCHEMA,
    TRUNCATED,
    TRAILING_BYTES,
    MALFORMED
  }

  private final Reason reason;

  public UndecodableException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public UndecodableException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
