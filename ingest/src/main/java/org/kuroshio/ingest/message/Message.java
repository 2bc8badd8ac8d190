package org.kuroshio.ingest.message;

import org.kuroshio.ingest.engine.ReadPosition;

/**
 * One Kafka record to be.
 *
 * @param value the framed record; null for a terminal
 * @param position where reading goes on once this is published
 */
public record Message(
    String topic, String key, byte[] value, long timestampMillis, ReadPosition position) {}
