package org.kuroshio.indicators.projection;

/** What a base cell holds beside plain amounts: the first character says which. */
public final class Item {
  /** A plain amount. */
  public static final String PLAIN = "";

  /**
   * An amount whose date is known only as an interval around the day: it makes the stock ESTIMATED.
   */
  public static final String UNCERTAIN = "~";

  /**
   * A record that would have to name what is counted once, and doesn't: the number of different
   * values is not known.
   */
  public static final String NAMELESS = "?";

  private static final char DISTINCT = '=';
  private static final char UNTIL = '>';
  private static final String OPEN = ">open";

  private Item() {}

  /** One of the values that are counted once. */
  public static String distinct(String value) {
    return DISTINCT + value;
  }

  /** The day on which a term ended. */
  public static String until(int day) {
    return UNTIL + Integer.toString(day);
  }

  /** A term that has not ended. */
  public static String open() {
    return OPEN;
  }

  public static boolean isDistinct(String item) {
    return !item.isEmpty() && item.charAt(0) == DISTINCT;
  }

  /** The last day of a term, or {@code today} for one that is open or ended later. */
  public static int untilDay(String item, int today) {
    return item.equals(OPEN) ? today : Math.min(today, Integer.parseInt(item.substring(1)));
  }
}
