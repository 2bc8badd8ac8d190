/**
 * From base sums to the tables: rolls up regions and periods, computes the derived kinds and says
 * which cells changed. One thread, no Kafka, no clock.
 */
package org.kuroshio.indicators.table;
