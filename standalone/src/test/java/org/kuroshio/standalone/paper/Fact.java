package org.kuroshio.standalone.paper;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Quality;

/**
 * An event, whatever its stream.
 *
 * @param envelope as it would be published
 */
record Fact(
    String id,
    long standsFor,
    List<Quality> quality,
    SpecificRecord entity,
    SpecificRecord envelope) {
  @SuppressWarnings("unchecked")
  static Fact of(SpecificRecord envelope) {
    return new Fact(
        (String) field(envelope, "entityId"),
        (Long) field(envelope, "standsFor"),
        (List<Quality>) field(envelope, "quality"),
        (SpecificRecord) field(envelope, "entity"),
        envelope);
  }

  private static Object field(SpecificRecord envelope, String name) {
    return envelope.get(envelope.getSchema().getField(name).pos());
  }
}
