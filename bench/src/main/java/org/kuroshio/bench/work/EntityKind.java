package org.kuroshio.bench.work;

/** What is counted. A patent office tells of more than a register of ventures or a funder. */
public enum EntityKind {
  PATENT("patents", 60),
  VENTURE("ventures", 25),
  PROJECT("programs", 15);

  private final String stream;
  private final int percent;

  EntityKind(String stream, int percent) {
    this.stream = stream;
    this.percent = percent;
  }

  /** The event stream that carries it, as in the topics' names. */
  public String stream() {
    return stream;
  }

  /**
   * @param hundredth 0 to 99
   */
  static EntityKind at(int hundredth) {
    int left = hundredth;
    for (EntityKind kind : values()) {
      if (left < kind.percent) {
        return kind;
      }
      left -= kind.percent;
    }
    throw new IllegalArgumentException("hundredth must be 0 to 99, was " + hundredth);
  }
}
