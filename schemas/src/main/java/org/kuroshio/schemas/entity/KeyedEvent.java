package org.kuroshio.schemas.entity;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event ready for its topic.
 *
 * @param key the entity's id
 * @param value the envelope; empty for a terminal, which is a Kafka null and forgets the id for
 *     ever
 */
public record KeyedEvent(EventStream stream, String key, Optional<SpecificRecord> value) {}
