package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.trust.OwnClasses;

/** Makes the readers of a schema, once. */
final class Readers {
  private final SpecificData model = OwnClasses.model();

  RecordReader record(Schema schema) {
    return new RecordReader(
        schema, model, schema.getFields().stream().map(field -> field(schema, field)).toList());
  }

  /** A record one of whose fields is read in a way of its own. */
  RecordReader record(Schema schema, String special, ValueReader reader) {
    List<RecordReader.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      fields.add(
          field.name().equals(special)
              ? new RecordReader.Field(special, field.pos(), reader, () -> null)
              : field(schema, field));
    }
    return new RecordReader(schema, model, fields);
  }

  private RecordReader.Field field(Schema owner, Schema.Field field) {
    ValueReader reader = reader(owner, field, field.schema());
    Supplier<Object> absent =
        FieldRules.foundIfAbsent(owner.getName(), field.name())
            ? () -> null
            : field.hasDefaultValue() ? absent(field) : null;
    return new RecordReader.Field(field.name(), field.pos(), reader, absent);
  }

  private Supplier<Object> absent(Schema.Field field) {
    return switch (field.schema().getType()) {
      case ARRAY -> ArrayList::new;
      case MAP -> HashMap::new;
      case UNION -> () -> null;
      default -> {
        Object value = model.getDefaultValue(field);
        Object plain = value instanceof CharSequence text ? text.toString() : value;
        yield () -> plain;
      }
    };
  }

  private ValueReader reader(Schema owner, Schema.Field field, Schema schema) {
    String record = owner.getName();
    Optional<Long> minimum = FieldRules.minimum(record, field.name());
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      return NumberReader.ofDecimal(decimal.getPrecision(), decimal.getScale(), minimum);
    }
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return ScalarReaders::day;
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
      return ScalarReaders::time;
    }
    return switch (schema.getType()) {
      case STRING -> new TextReader(FieldRules.text(record, field.name()), field.hasDefaultValue());
      case LONG -> NumberReader.ofLong(minimum);
      case BOOLEAN -> ScalarReaders::bool;
      case ENUM -> WordReader.of(schema, model);
      case RECORD -> nested(schema);
      case ARRAY -> list(reader(owner, field, schema.getElementType()));
      case MAP -> map(reader(owner, field, schema.getValueType()));
      case UNION -> nullable(reader(owner, field, present(schema)));
      default ->
          throw new IllegalStateException(
              "no way to read %s.%s of type %s from JSON"
                  .formatted(record, field.name(), schema.getType()));
    };
  }

  private ValueReader nested(Schema schema) {
    RecordReader reader = record(schema);
    return schema.getFullName().equals(DateInterval.getClassSchema().getFullName())
        ? new DateIntervalReader(reader)
        : reader;
  }

  static Schema present(Schema union) {
    List<Schema> branches =
        union.getTypes().stream().filter(branch -> branch.getType() != Schema.Type.NULL).toList();
    if (branches.size() != 1) {
      throw new IllegalStateException("a union of " + branches.size() + " types has no plain JSON");
    }
    return branches.get(0);
  }

  /** Blank text is nothing, as in a cell of a CSV file. */
  private static ValueReader nullable(ValueReader present) {
    return (value, at, reading) ->
        value.isTextual() && value.textValue().isBlank() ? null : present.read(value, at, reading);
  }

  private static ValueReader list(ValueReader element) {
    return (value, at, reading) -> {
      if (!value.isArray()) {
        reading.wrongType(at, value, "a list as [...]");
        return null;
      }
      List<Object> list = new ArrayList<>(value.size());
      for (int i = 0; i < value.size(); i++) {
        list.add(element(element, value.get(i), at.to(i), reading));
      }
      return list;
    };
  }

  private static ValueReader map(ValueReader element) {
    return (value, at, reading) -> {
      if (!value.isObject()) {
        reading.wrongType(at, value, "an object as {\"en\": \"...\"}");
        return null;
      }
      Map<String, Object> map = new HashMap<>();
      for (Iterator<Map.Entry<String, JsonNode>> entries = value.fields(); entries.hasNext(); ) {
        Map.Entry<String, JsonNode> entry = entries.next();
        At place = at.to(entry.getKey());
        map.put(entry.getKey(), element(element, entry.getValue(), place, reading));
      }
      return map;
    };
  }

  private static Object element(ValueReader element, JsonNode value, At at, Reading reading) {
    if (value.isNull()) {
      reading.wrong(at, Problem.Reason.MISSING, "nothing", "a value, or no such element at all");
      return null;
    }
    return element.read(value, at, reading);
  }
}
