package org.kuroshio.indicators.table;

/**
 * Where in a slice a cell stands.
 *
 * @param group the reference set; empty for kinds that need none
 */
record Place(String group, String region) {
  static Place of(String region) {
    return new Place("", region);
  }

  /** See {@link Slice#hashCode}. */
  @Override
  public int hashCode() {
    return group.hashCode() * 0x9E3779B1 + region.hashCode() * 0x85EBCA6B;
  }
}
