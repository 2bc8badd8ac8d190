package org.kuroshio.standalone.lag;

/**
 * Records written and not yet processed, transactions' own marks included.
 *
 * @param events not yet in the sums of hop 1
 * @param sums not yet in the tables of hop 2
 */
public record HopLag(long events, long sums) {}
