package org.kuroshio.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.schemas.entity.EventContext;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.entity.EventJson;
import org.kuroshio.schemas.entity.InvalidEventException;
import org.kuroshio.schemas.entity.KeyedEvent;

/** Takes a record for an event in our own envelope. */
record EnvelopeRecordMapping(EventContext context) implements RecordMapping {
  @Override
  public void map(
      JsonNode record,
      Map<String, JsonNode> variables,
      EventDefaults defaults,
      List<MappedEvent> events) {
    try {
      KeyedEvent event = EventJson.event(record, defaults, context);
      Instant publishedAt =
          event
              .value()
              .map(envelope -> (Instant) ((GenericRecord) envelope).get("publishedAt"))
              .orElseGet(() -> terminalTime(record, defaults));
      events.add(new MappedEvent(event.stream(), event.key(), event.value(), publishedAt));
    } catch (InvalidEventException e) {
      throw Problem.validate(e.reason().word(), e.getMessage()).thrown();
    }
  }

  private static Instant terminalTime(JsonNode record, EventDefaults defaults) {
    try {
      return Instant.parse(record.path("publishedAt").asText());
    } catch (DateTimeParseException e) {
      return defaults.observedAt();
    }
  }
}
