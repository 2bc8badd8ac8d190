package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The JSON Schema (draft 2020-12) of events as agencies publish them, made from the Avro schemas
 * and the rules that {@link EventJson} holds fields against. What relates fields to each other only
 * EventJson checks.
 */
public final class EventJsonSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> KNOWN_BY_READER =
      List.of("source", "sourceRecordId", "observedAt", "provenance");
  private static final String DATE = "DateInterval";

  private final ObjectNode definitions = JSON.objectNode();

  private EventJsonSchema() {}

  /** The schema of one event: one line of a JSON lines file. */
  public static ObjectNode generate() {
    return new EventJsonSchema().root();
  }

  private ObjectNode root() {
    ObjectNode root = JSON.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Kuroshio event");
    root.put("description", "One event of any stream; one line of a JSON lines file.");
    ArrayNode streams = root.putArray("anyOf");
    for (EventStream stream : EventStream.values()) {
      String name = stream.schema().getName();
      streams.add(JsonForms.reference(name));
      definitions.set(name, envelope(stream));
    }
    streams.add(JsonForms.reference("Forget"));
    definitions.set("Forget", forget());
    root.set("$defs", definitions);
    return root;
  }

  private ObjectNode envelope(EventStream stream) {
    ObjectNode envelope = JsonForms.object(stream.schema().getDoc());
    ObjectNode properties = envelope.putObject("properties");
    properties.putObject("stream").putArray("enum").add(stream.label()).addNull();
    ArrayNode required = JSON.arrayNode();
    for (Schema.Field field : stream.schema().getFields()) {
      if (field.name().equals("entity")) {
        properties.set("entity", entity(stream));
        continue;
      }
      properties.set(field.name(), field(stream.schema(), field));
      if (!field.hasDefaultValue() && !isKnownByReader(stream.schema(), field)) {
        required.add(field.name());
      }
    }
    envelope.set("required", required);
    envelope.set("anyOf", entityUnlessWithdrawn());
    return envelope;
  }

  private static ArrayNode entityUnlessWithdrawn() {
    ObjectNode withEntity = JSON.objectNode();
    withEntity.putArray("required").add("entity");
    withEntity.putObject("properties").putObject("entity").put("type", "object");
    ObjectNode withdrawn = JSON.objectNode();
    withdrawn.putArray("required").add("op").add("stream");
    ObjectNode both = withdrawn.putObject("properties");
    both.putObject("op").put("const", "WITHDRAW");
    both.putObject("stream").put("type", "string");
    return JSON.arrayNode().add(withEntity).add(withdrawn);
  }

  private ObjectNode entity(EventStream stream) {
    ObjectNode entity = JSON.objectNode().put("minProperties", 1).put("maxProperties", 1);
    entity.put("description", "one field, named as the entity");
    entity.putArray("type").add("object").add("null");
    ObjectNode properties = entity.putObject("properties");
    stream.entities().forEach(type -> properties.set(type.name(), record(type.schema())));
    return entity.put("additionalProperties", false);
  }

  private static ObjectNode forget() {
    ObjectNode forget =
        JsonForms.object("The id is forgotten for ever, whatever comes before or after.");
    ObjectNode properties = forget.putObject("properties");
    properties.putObject("op").put("const", Forgetting.OP);
    properties.putObject("stream").set("enum", JsonForms.words(EventStream.labels()));
    properties.set("entityId", JsonForms.text(FieldRules.text("*", "entityId"), false));
    properties.putObject("publishedAt");
    properties.putObject("source");
    EventStream.PROGRAMS.schema().getFields().stream()
        .map(Schema.Field::name)
        .filter(name -> !Forgetting.FIELDS.contains(name))
        .forEach(name -> properties.putObject(name).put("type", "null"));
    forget.putArray("required").add("op").add("stream").add("entityId");
    return forget;
  }

  private ObjectNode record(Schema schema) {
    String name = schema.getName();
    if (!definitions.has(name)) {
      definitions.set(name, JSON.objectNode());
      definitions.set(name, name.equals(DATE) ? date(schema) : fields(schema));
    }
    return JsonForms.reference(name);
  }

  private ObjectNode date(Schema schema) {
    ObjectNode date = JSON.objectNode().put("description", schema.getDoc());
    ArrayNode forms = date.putArray("anyOf");
    String label = "^" + DateLabels.SYNTAX.pattern() + "$";
    forms.addObject().put("type", "string").put("pattern", label);
    forms.add(fields(schema));
    return date;
  }

  private ObjectNode fields(Schema schema) {
    ObjectNode object = JsonForms.object(schema.getDoc());
    ObjectNode properties = object.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (Schema.Field field : schema.getFields()) {
      properties.set(field.name(), field(schema, field));
      if (!field.hasDefaultValue() && !FieldRules.foundIfAbsent(schema.getName(), field.name())) {
        required.add(field.name());
      }
    }
    object.set("required", required);
    return object;
  }

  private ObjectNode field(Schema owner, Schema.Field field) {
    ObjectNode value = value(owner, field, field.schema());
    boolean absentByNull =
        field.hasDefaultValue()
            || isKnownByReader(owner, field)
            || FieldRules.foundIfAbsent(owner.getName(), field.name());
    ObjectNode made = absentByNull ? orNull(value, field) : value;
    if (field.doc() != null) {
      made.put("description", field.doc());
    }
    return made;
  }

  private static boolean isKnownByReader(Schema owner, Schema.Field field) {
    return owner.getField("entity") != null && KNOWN_BY_READER.contains(field.name());
  }

  private static ObjectNode orNull(ObjectNode value, Schema.Field field) {
    ObjectNode made = JSON.objectNode();
    ArrayNode forms = made.putArray("anyOf").add(value);
    forms.addObject().put("type", "null");
    if (field.schema().getType() == Schema.Type.UNION) {
      forms.addObject().put("type", "string").put("pattern", "^\\s*$");
    }
    return made;
  }

  private ObjectNode value(Schema owner, Schema.Field field, Schema schema) {
    Optional<Long> minimum = FieldRules.minimum(owner.getName(), field.name());
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      return JsonForms.number("number", minimum);
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return JSON.objectNode().put("type", "string").put("format", "date");
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
      return JSON.objectNode().put("type", "string").put("format", "date-time");
    }
    return switch (schema.getType()) {
      case STRING ->
          JsonForms.text(FieldRules.text(owner.getName(), field.name()), field.hasDefaultValue());
      case LONG -> JsonForms.number("integer", minimum);
      case BOOLEAN -> JsonForms.bool();
      case ENUM -> word(schema);
      case RECORD -> record(schema);
      case ARRAY ->
          JSON.objectNode()
              .put("type", "array")
              .set("items", value(owner, field, schema.getElementType()));
      case MAP ->
          JSON.objectNode()
              .put("type", "object")
              .set("additionalProperties", value(owner, field, schema.getValueType()));
      case UNION -> value(owner, field, Readers.present(schema));
      default -> throw new IllegalStateException("no JSON Schema for " + schema.getType());
    };
  }

  private ObjectNode word(Schema schema) {
    String name = schema.getName();
    if (!definitions.has(name)) {
      ObjectNode word = JSON.objectNode();
      if (schema.getDoc() != null) {
        word.put("description", schema.getDoc());
      }
      word.set("enum", JsonForms.words(schema.getEnumSymbols()));
      definitions.set(name, word);
    }
    return JsonForms.reference(name);
  }
}
