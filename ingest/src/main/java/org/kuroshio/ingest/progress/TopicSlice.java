package org.kuroshio.ingest.progress;

/** A partition of a topic. */
public record TopicSlice(String topic, int partition) {}
