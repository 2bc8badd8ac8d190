package org.kuroshio.standalone.simulation;

/**
 * Where and when the broker acknowledged an event.
 *
 * @param atNanos by {@link System#nanoTime}
 */
public record SentEvent(String topic, int partition, long offset, long atNanos) {}
