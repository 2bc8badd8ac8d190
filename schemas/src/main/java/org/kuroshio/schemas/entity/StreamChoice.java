package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.yaml.Nearest;

/** Finds the stream of an event: by its own word, else by its entity. */
final class StreamChoice {
  static final String FIELD = "stream";

  private StreamChoice() {}

  /**
   * @param only the one stream that the event may belong to; if empty, the event says it
   * @throws InvalidEventException if there is none to be found
   */
  static EventStream of(Optional<EventStream> only, JsonNode event, Reading reading) {
    Optional<EventStream> said =
        event.hasNonNull(FIELD)
            ? said(event.get(FIELD), reading)
            : entityName(event).flatMap(EntityTypes::find).map(EntityType::stream);
    if (only.isPresent() && event.hasNonNull(FIELD) && said.isPresent() && !said.equals(only)) {
      reading.wrong(
          At.ROOT.to(FIELD),
          Reason.CONTRADICTION,
          said.get().label(),
          only.get().label() + ", as this source publishes nothing else");
    }
    EventStream stream = only.or(() -> said).orElse(null);
    if (stream == null) {
      if (!event.hasNonNull(FIELD)) {
        reportNoStream(event, reading);
      }
      reading.finish();
    }
    return stream;
  }

  private static Optional<EventStream> said(JsonNode label, Reading reading) {
    Optional<EventStream> stream = EventStream.labelled(label.asText());
    if (stream.isEmpty()) {
      reading.wrong(
          At.ROOT.to(FIELD),
          Reason.UNKNOWN_WORD,
          Reading.describe(label),
          "a stream" + Nearest.hint(label.asText(), EventStream.labels()));
    }
    return stream;
  }

  private static void reportNoStream(JsonNode event, Reading reading) {
    Optional<String> name = entityName(event);
    if (name.isPresent()) {
      reading.wrong(
          At.ROOT.to("entity").to(name.get()),
          Reason.UNKNOWN_ENTITY,
          EntityTypes.unknown(name.get()),
          "an entity's name as the only field of 'entity'");
    } else {
      reading.wrong(
          At.ROOT.to(FIELD),
          Reason.MISSING,
          "neither a stream nor an entity that tells it",
          "one of " + EventStream.labels());
    }
  }

  private static Optional<String> entityName(JsonNode event) {
    JsonNode entity = event.path("entity");
    return entity.isObject() && entity.size() == 1
        ? Optional.of(entity.fieldNames().next())
        : Optional.empty();
  }
}
