package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;

/** Reads whole events as agencies write them. */
final class EnvelopeReader {
  private static final String ENTITY = "entity";

  private final Map<EventStream, RecordReader> envelopes = new EnumMap<>(EventStream.class);
  private final Map<String, RecordReader> entities;

  /**
   * @param entities the readers of all entities by name
   */
  EnvelopeReader(Readers readers, Map<String, RecordReader> entities) {
    this.entities = entities;
    for (EventStream stream : EventStream.values()) {
      ValueReader entity = (value, at, reading) -> entity(stream, value, at, reading);
      envelopes.put(stream, readers.record(stream.schema(), ENTITY, entity));
    }
  }

  /**
   * @param stream the only one that the event may belong to; if empty, the event says it
   * @throws InvalidEventException with all that is wrong
   */
  KeyedEvent read(
      Optional<EventStream> stream, JsonNode event, EventDefaults defaults, Reading reading) {
    if (!event.isObject()) {
      reading.wrongType(At.ROOT, event, "an object with entityId, publishedAt and entity");
      reading.finish();
    }
    EventStream own = StreamChoice.of(stream, event, reading);
    KeyedEvent read =
        Forgetting.isMeantBy(event)
            ? Forgetting.read(own, withoutStream(event), envelopes.get(own), reading)
            : state(own, event, defaults, reading);
    reading.finish();
    return read;
  }

  private KeyedEvent state(
      EventStream stream, JsonNode event, EventDefaults defaults, Reading reading) {
    Map<String, Object> given = new HashMap<>();
    given.put("source", defaults.source());
    given.put("observedAt", defaults.observedAt());
    given.put("provenance", defaults.provenance());
    given.put("sourceRecordId", event.path("entityId").asText());
    int before = reading.problemCount();
    SpecificRecord envelope =
        envelopes.get(stream).read(withoutStream(event), At.ROOT, reading, given);
    if (reading.problemCount() == before) {
      checkEnvelope((GenericRecord) envelope, reading);
    }
    String key = (String) ((GenericRecord) envelope).get("entityId");
    return new KeyedEvent(stream, key, Optional.of(envelope));
  }

  /** The stream is the topic's, not the envelope's. */
  private static JsonNode withoutStream(JsonNode event) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.setAll((ObjectNode) event);
    return copy.without(StreamChoice.FIELD);
  }

  private static void checkEnvelope(GenericRecord envelope, Reading reading) {
    if (envelope.get("op") == Op.ASSERT && envelope.get(ENTITY) == null) {
      reading.wrong(
          At.ROOT.to(ENTITY),
          Reason.MISSING,
          "nothing",
          "the entity's whole state, as only op WITHDRAW may leave it out");
    }
    boolean total = (Long) envelope.get("standsFor") > 1;
    if (total && !((List<?>) envelope.get("quality")).contains(Quality.RECONSTRUCTED)) {
      reading.wrong(
          At.ROOT.to("standsFor"),
          Reason.CONTRADICTION,
          envelope.get("standsFor") + " without quality RECONSTRUCTED",
          "1, or \"quality\": [\"RECONSTRUCTED\"], as a total that was printed without its items");
    }
  }

  private Object entity(EventStream stream, JsonNode value, At at, Reading reading) {
    if (!value.isObject() || value.size() != 1) {
      reading.wrongType(at, value, "an object of one field, as {\"Project\": {...}}");
      return null;
    }
    String name = value.fieldNames().next();
    Optional<EntityType> type = EntityTypes.find(name);
    if (type.isEmpty() || type.get().stream() != stream) {
      String found =
          type.map(other -> "a " + name + ", which belongs to " + other.stream().label())
              .orElse(EntityTypes.unknown(name));
      List<String> own = stream.entities().stream().map(EntityType::name).toList();
      reading.wrong(
          at.to(name), Reason.UNKNOWN_ENTITY, found, "an entity of " + stream.label() + ": " + own);
      return null;
    }
    return entities.get(name).read(value.get(name), at.to(name), reading);
  }
}
