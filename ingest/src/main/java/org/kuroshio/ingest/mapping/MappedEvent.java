package org.kuroshio.ingest.mapping;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.entity.EventStream;

/**
 * An event that a record became.
 *
 * @param envelope empty for a terminal, which forgets the id
 * @param publishedAt the Kafka record's time
 */
public record MappedEvent(
    EventStream stream, String key, Optional<SpecificRecord> envelope, Instant publishedAt) {}
