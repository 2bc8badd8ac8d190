/**
 * The state behind one partition of events: the latest version of each entity, and the sums of what
 * the entities add to the base cells. A pure function of the events, whatever their order and
 * repetition.
 */
package org.kuroshio.indicators.ledger;
