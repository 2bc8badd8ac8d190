/**
 * Reads a server again and again: units, their windows, the pages of each, and the details behind a
 * list. Knows nothing of Kafka Connect.
 */
package org.kuroshio.ingest.live;
