package org.kuroshio.schemas.entity;

import java.time.Instant;
import org.kuroshio.schemas.event.Provenance;

/**
 * The fields of an envelope that say where an event comes from; none of them enters the content
 * hash.
 *
 * @param entityId also the Kafka key
 * @param version the source's revision number, else its update time, else 0; never a file position
 * @param publishedAt when the fact was published; the Kafka record's time
 * @param observedAt when it was read
 */
public record EventHead(
    String entityId,
    String source,
    String sourceRecordId,
    long version,
    Instant publishedAt,
    Instant observedAt,
    Provenance provenance) {

  public EventHead {
    if (entityId.isBlank()) {
      throw new IllegalArgumentException("entityId must not be blank, as it is the record's key");
    }
    if (version < 0) {
      throw new IllegalArgumentException("version must be 0 or more, was " + version);
    }
  }
}
