/**
 * Adapters between the engine and Kafka Connect: a connector, its task, their settings. The only
 * package that knows Connect.
 */
package org.kuroshio.ingest.connect;
