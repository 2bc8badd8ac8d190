package org.kuroshio.indicators.table;

/** Names of the rows that make finer tables add up. */
public final class UnallocatedRows {
  /**
   * A region row of facts known for the group only: `unallocated:JP-KANTO11`. A period row of facts
   * dated too roughly: `unallocated:M`.
   */
  public static final String PREFIX = "unallocated:";

  private UnallocatedRows() {}

  /** `@GROUP` as tables show it. */
  static String shown(String region) {
    return region.startsWith(Reach.GROUP_ONLY)
        ? PREFIX + region.substring(Reach.GROUP_ONLY.length())
        : region;
  }

  /** The reverse of {@link #shown}. */
  static String inner(String region) {
    return region.startsWith(PREFIX)
        ? Reach.GROUP_ONLY + region.substring(PREFIX.length())
        : region;
  }
}
