/**
 * What changed between two cuts of the tables, and which events did it: the cells from the history,
 * the entities from the event topics.
 */
package org.kuroshio.serve.difference;
