/** The topologies as a running whole: events to base sums to tables. */
package org.kuroshio.streams;
