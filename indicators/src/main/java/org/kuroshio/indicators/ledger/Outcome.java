package org.kuroshio.indicators.ledger;

/** What became of an event. */
public sealed interface Outcome {
  /** It is the entity's state now. */
  record Applied() implements Outcome {}

  /** It was known, or a later version was. */
  record Superseded() implements Outcome {}

  /**
   * It can't be used.
   *
   * @param reason one word for counting
   * @param detail what is wrong and what would be right
   */
  record Rejected(String reason, String detail) implements Outcome {}
}
