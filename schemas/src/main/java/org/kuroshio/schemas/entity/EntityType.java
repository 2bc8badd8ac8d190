package org.kuroshio.schemas.entity;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * One kind of entity.
 *
 * @param name the Avro record's simple name, as sources and indicators write it: {@code
 *     RegistryChange}
 * @param type the generated class of the entity itself, not of its envelope
 */
public record EntityType(
    String name, EventStream stream, Class<? extends SpecificRecord> type, Schema schema) {}
