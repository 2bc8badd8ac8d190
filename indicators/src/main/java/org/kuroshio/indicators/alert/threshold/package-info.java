/**
 * The tables cut by cut against thresholds: levels, changes, ranks, shares and sums that must hold;
 * and sources against their rhythm.
 */
package org.kuroshio.indicators.alert.threshold;
