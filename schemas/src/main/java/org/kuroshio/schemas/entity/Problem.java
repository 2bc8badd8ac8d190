package org.kuroshio.schemas.entity;

/**
 * One thing wrong with a record.
 *
 * @param path where, as a JSON pointer; empty for the whole record
 * @param found what stands there, in words fit for a sentence
 * @param expected what would be right
 */
public record Problem(String path, Reason reason, String found, String expected) {
  /** For counting. */
  public enum Reason {
    UNKNOWN_FIELD("unknown-field"),
    UNKNOWN_ENTITY("unknown-entity"),
    UNKNOWN_WORD("unknown-word"),
    MISSING("missing"),
    WRONG_TYPE("wrong-type"),
    BAD_TEXT("bad-text"),
    BAD_NUMBER("bad-number"),
    NEGATIVE_AMOUNT("negative-amount"),
    BAD_DATE("bad-date"),
    BAD_TIME("bad-time"),
    BAD_REGION("bad-region"),
    UNKNOWN_REGION("unknown-region"),
    CONTRADICTION("contradiction"),
    PERSONAL_DATA("personal-data");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** As counters and rejections show it. */
    public String word() {
      return word;
    }
  }

  @Override
  public String toString() {
    return (path.isEmpty() ? "/" : path) + ": " + found + ", expected " + expected;
  }
}
