package org.kuroshio.indicators.region;

/**
 * A leaf's time in a group.
 *
 * @param fromDay the first day, since 1970-01-01; {@code Integer.MIN_VALUE} where it has always
 *     belonged
 * @param toDay the last day; {@code Integer.MAX_VALUE} where it still belongs
 */
record Member(String leaf, int fromDay, int toDay) {

  boolean on(long day) {
    return fromDay <= day && day <= toDay;
  }
}
