package org.kuroshio.schemas.topic;

/** What a topic forgets. */
public enum Cleanup {
  /** what is older than the retention; with {@link Retention#FOREVER} nothing */
  DELETE("delete"),
  /** all but the last value of each key */
  COMPACT("compact");

  private final String policy;

  Cleanup(String policy) {
    this.policy = policy;
  }

  /** As in Kafka's {@code cleanup.policy}. */
  public String policy() {
    return policy;
  }
}
