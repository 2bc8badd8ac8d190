package org.kuroshio.serve.difference;

/**
 * How much is told.
 *
 * @param byRow true for one period of each row, with the number of the others
 * @param most cells or rows, and entities
 */
public record Told(boolean byRow, int most) {
  /** Everything. */
  public static final Told ALL = new Told(false, Integer.MAX_VALUE);
}
