package org.kuroshio.indicators.explain;

import org.kuroshio.indicators.exact.Rational;

/**
 * An entity behind a number.
 *
 * @param topic and partition and offset: where its accepted event stands
 * @param adds what it adds to the number, exactly; for a distinct count 1 for each entity that
 *     names the value
 * @param names the value that is counted once, or empty
 */
public record Contributor(
    String topic, int partition, long offset, String entityId, Rational adds, String names) {}
