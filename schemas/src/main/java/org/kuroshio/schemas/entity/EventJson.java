package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Plain JSON to Avro records, field by field, with nothing ignored and nothing guessed. A record is
 * wrong as a whole or right as a whole; all that is wrong with it is said at once.
 *
 * <p>Dates are {@code "2006-04-01"}, {@code "2006-04"}, {@code "2006"}, {@code "2008/2012"}, {@code
 * "FY2006"} (if the context has a calendar) or {@code {"from", "to", "label"}}; numbers may stand
 * as text, which keeps their digits; nulls and, where a field may be empty, blank texts are absent.
 * A party's country is taken from its region if it is not given, and the other way round as {@code
 * JP-ZZ}. Parse JSON with {@code USE_BIG_DECIMAL_FOR_FLOATS} where amounts are long.
 *
 * <p>Safe for many threads.
 */
public final class EventJson {
  private static final Readers READERS = new Readers();
  private static final Map<String, RecordReader> ENTITIES =
      EntityTypes.all().stream()
          .collect(Collectors.toMap(EntityType::name, type -> READERS.record(type.schema())));
  private static final EnvelopeReader ENVELOPES = new EnvelopeReader(READERS, ENTITIES);

  private EventJson() {}

  /**
   * An entity without its envelope.
   *
   * @param entityName as {@code RegistryChange}
   * @throws InvalidEventException with all that is wrong; paths begin at the entity
   * @throws IllegalArgumentException if there is no such entity
   */
  public static SpecificRecord entity(String entityName, JsonNode json, EventContext context) {
    EntityType type = EntityTypes.named(entityName);
    Reading reading = new Reading(context);
    SpecificRecord entity = ENTITIES.get(type.name()).read(json, At.ROOT, reading);
    reading.finish();
    return entity;
  }

  /**
   * A whole event of any stream, as an agency's own systems publish it (docs/events.md). Its stream
   * is its field {@code stream}, else the one that its entity belongs to.
   *
   * @throws InvalidEventException with all that is wrong
   */
  public static KeyedEvent event(JsonNode json, EventDefaults defaults, EventContext context) {
    return ENVELOPES.read(Optional.empty(), json, defaults, new Reading(context));
  }

  /**
   * A whole event of one stream.
   *
   * @throws InvalidEventException with all that is wrong, or if it belongs to another stream
   */
  public static KeyedEvent envelope(
      EventStream stream, JsonNode json, EventDefaults defaults, EventContext context) {
    return ENVELOPES.read(Optional.of(stream), json, defaults, new Reading(context));
  }
}
