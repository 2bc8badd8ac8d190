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
}
