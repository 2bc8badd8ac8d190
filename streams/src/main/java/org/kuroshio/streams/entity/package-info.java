/**
 * Hop 1: a task for each partition of the event topics keeps its entities in memory, restores them
 * from the events themselves, and sends the base sums that changed.
 */
package org.kuroshio.streams.entity;
