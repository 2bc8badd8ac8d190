/**
 * Reads the files of a source once, from where it stopped: survey, records, entities, position.
 * Knows nothing of Kafka Connect.
 */
package org.kuroshio.ingest.engine;
