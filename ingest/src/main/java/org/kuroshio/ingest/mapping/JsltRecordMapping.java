package org.kuroshio.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.ingest.rejection.RejectedException;
import org.kuroshio.ingest.source.EntityMapping;
import org.kuroshio.schemas.entity.EntityType;
import org.kuroshio.schemas.entity.EntityTypes;
import org.kuroshio.schemas.entity.EventContext;
import org.kuroshio.schemas.entity.EventDefaults;
import org.kuroshio.schemas.entity.EventHead;
import org.kuroshio.schemas.entity.EventJson;
import org.kuroshio.schemas.entity.InvalidEventException;

/** Maps by JSLT, then checks the result field by field and puts it into its envelope. */
final class JsltRecordMapping implements RecordMapping {
  private final EntityMapping definition;
  private final Expression expression;
  private final String file;
  private final Optional<EntityType> type;
  private final EventContext context;
  private final SourceTimes times = new SourceTimes();

  /**
   * @param file as errors name the mapping
   */
  JsltRecordMapping(
      EntityMapping definition, Expression expression, String file, EventContext context) {
    this.definition = definition;
    this.expression = expression;
    this.file = file;
    this.type = definition.entity().map(EntityTypes::named);
    this.context = context;
  }

  @Override
  public void map(
      JsonNode record,
      Map<String, JsonNode> variables,
      EventDefaults defaults,
      List<MappedEvent> events) {
    JsonNode mapped = apply(record, variables);
    if (mapped.isArray()) {
      mapped.forEach(one -> events.add(event(one, record, defaults)));
    } else if (!mapped.isNull()) {
      events.add(event(mapped, record, defaults));
    }
  }

  private JsonNode apply(JsonNode record, Map<String, JsonNode> variables) {
    try {
      return expression.apply(variables, record);
    } catch (RejectedException e) {
      throw e;
    } catch (JsltException e) {
      throw Problem.map("jslt-error", where(e) + e.getMessageWithoutLocation()).thrown();
    } catch (RuntimeException e) {
      // JSLT's own functions throw what the JDK throws at odd values; one odd record must not end
      // the load
      throw Problem.map(
              "jslt-error", file + ": the mapping failed: " + e.getClass().getSimpleName())
          .thrown();
    }
  }

  /** JSLT's own functions do not know where they stand. */
  private String where(JsltException e) {
    return e.getSource() == null ? file + ": " : e.getSource() + ":" + e.getLine() + ": ";
  }

  private MappedEvent event(JsonNode mapped, JsonNode record, EventDefaults defaults) {
    if (!(mapped instanceof ObjectNode object)) {
      throw Problem.map("wrong-type", "the mapping gave something that is no object").thrown();
    }
    EnvelopeKeys said = EnvelopeKeys.of(object);
    JsonNode entity = said.entity();
    EntityType kind =
        said.type().or(() -> type).orElseThrow(() -> missing("entity", "@entity").thrown());
    // first, as what is wrong with the entity itself says most
    SpecificRecord state = state(kind, entity);
    String key =
        said.key()
            .or(() -> definition.key().map(template -> template.fill(entity, record)))
            .orElseThrow(() -> missing("key", "@key").thrown());
    String version =
        said.version()
            .or(() -> definition.version().map(template -> template.fill(entity, record)))
            .orElse("0");
    String published =
        said.publishedAt()
            .or(() -> definition.publishedAt().map(template -> template.fill(entity, record)))
            .orElseThrow(() -> missing("publishedAt", "@publishedAt").thrown());
    Instant publishedAt = times.instant(published, context.fiscalYears());
    EventHead head =
        head(key, said.sourceRecordId().orElse(key), times.version(version), publishedAt, defaults);
    SpecificRecord envelope =
        kind.stream()
            .envelope(head, said.op(), said.standsFor(), said.quality(), Optional.of(state));
    return new MappedEvent(kind.stream(), key, Optional.of(envelope), publishedAt);
  }

  private static EventHead head(
      String key, String recordId, long version, Instant publishedAt, EventDefaults defaults) {
    try {
      return new EventHead(
          key,
          defaults.source(),
          recordId,
          version,
          publishedAt,
          defaults.observedAt(),
          defaults.provenance());
    } catch (IllegalArgumentException e) {
      throw Problem.validate("bad-envelope", e.getMessage()).thrown();
    }
  }

  private SpecificRecord state(EntityType kind, JsonNode entity) {
    try {
      return EventJson.entity(kind.name(), entity, context);
    } catch (InvalidEventException e) {
      throw Problem.validate(e.reason().word(), kind.name() + " " + e.getMessage()).thrown();
    }
  }

  private static Problem missing(String noun, String field) {
    return Problem.map(
        "missing-value",
        "neither the definition has '" + noun + "' nor the mapping gives '" + field + "'");
  }
}
