/**
 * The tables worked out once more, in the plainest way: over all events at once, with its own idea
 * of regions, periods and dates. It shares nothing with the engine but the Avro records and exact
 * numbers, so that both are wrong only if both err alike.
 */
package org.kuroshio.indicators.batch;
