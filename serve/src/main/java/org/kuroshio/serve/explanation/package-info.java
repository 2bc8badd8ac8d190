/**
 * What stands behind the numbers of a cut: an index of the entities, fed from the event topics up
 * to the cut's offsets; the events that it points to; and explanations as text, JSON and CSV. Needs
 * brokers but no data directory and no command line.
 */
package org.kuroshio.serve.explanation;
