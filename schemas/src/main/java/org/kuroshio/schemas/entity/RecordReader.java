package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * An object, field by field. Every field is read, so that all problems of a record are known at
 * once.
 */
final class RecordReader implements ValueReader {
  private final Schema schema;
  private final SpecificData model;
  private final List<String> names;
  private final List<Field> fields;
  private final RecordRules.Rule rule;

  /**
   * @param absent makes the value of a field that is not given; null if it must be given
   */
  record Field(String name, int position, ValueReader reader, Supplier<Object> absent) {}

  RecordReader(Schema schema, SpecificData model, List<Field> fields) {
    this.schema = schema;
    this.model = model;
    this.fields = List.copyOf(fields);
    this.names = fields.stream().map(Field::name).toList();
    this.rule = RecordRules.of(schema.getName());
  }

  @Override
  public SpecificRecord read(JsonNode value, At at, Reading reading) {
    return read(value, at, reading, Map.of());
  }

  /**
   * @param given values of fields that the object lacks
   */
  SpecificRecord read(JsonNode value, At at, Reading reading, Map<String, Object> given) {
    if (!value.isObject()) {
      reading.wrongType(at, value, "an object of " + schema.getName());
      return null;
    }
    int before = reading.problemCount();
    reportUnknown(value, at, reading);
    SpecificRecord record = (SpecificRecord) model.newRecord(null, schema);
    for (Field field : fields) {
      Object read = value(field, value.get(field.name), at, reading, given);
      if (read != null) {
        record.put(field.position, read);
      }
    }
    if (reading.problemCount() == before) {
      rule.check(record, at, reading);
    }
    return record;
  }

  private Object value(
      Field field, JsonNode value, At at, Reading reading, Map<String, Object> given) {
    if (value != null && !value.isNull()) {
      return field.reader.read(value, at.to(field.name), reading);
    }
    Object known = given.get(field.name);
    if (known != null) {
      return known;
    }
    if (field.absent == null) {
      reading.wrong(
          at.to(field.name),
          Reason.MISSING,
          "nothing",
          "a value, as every " + schema.getName() + " has one");
      return null;
    }
    return field.absent.get();
  }

  /** Names only: a value that no schema expects may be anything, a person's name as well. */
  void reportUnknown(JsonNode value, At at, Reading reading) {
    for (Iterator<String> given = value.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        reading.wrong(
            at.to(name),
            Reason.UNKNOWN_FIELD,
            "a field that " + schema.getName() + " does not have",
            "its known fields only" + Nearest.hint(name, names));
      }
    }
  }
}
