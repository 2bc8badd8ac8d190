package org.kuroshio.schemas.topic;

/**
 * How long a topic keeps what its cleanup would remove.
 *
 * @param millis -1 for ever
 */
public record Retention(long millis) {
  public static final Retention FOREVER = new Retention(-1);

  public Retention {
    if (millis < -1) {
      throw new IllegalArgumentException("millis must be 0 or more, or -1 for ever, was " + millis);
    }
  }
}
