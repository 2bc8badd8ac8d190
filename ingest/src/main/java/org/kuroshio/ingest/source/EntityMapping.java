package org.kuroshio.ingest.source;

import java.util.Optional;
import org.kuroshio.ingest.template.Template;
import org.kuroshio.schemas.yaml.Place;

/**
 * From one record to entities of one kind.
 *
 * @param entity name of the Avro record; none where the mapping says it by {@code @entity}
 * @param key none where the mapping says it by {@code @key}
 * @param version none means 0
 */
public record EntityMapping(
    Place place,
    Optional<String> entity,
    Optional<Template> key,
    Optional<Template> version,
    Optional<Template> publishedAt,
    Mapping mapping) {}
