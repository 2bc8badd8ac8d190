/**
 * A real Kafka broker inside this process: its data directory (version, lock, checks before the
 * start), its settings, its start and clean stop, and what a killed predecessor left behind.
 */
package org.kuroshio.standalone.broker;
