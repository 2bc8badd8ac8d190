/**
 * Hop 2: one task adds the partitions' sums up to the indicator tables and publishes consistent
 * cuts.
 */
package org.kuroshio.streams.region;
