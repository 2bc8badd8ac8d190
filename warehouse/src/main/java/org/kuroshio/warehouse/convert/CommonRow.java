package org.kuroshio.warehouse.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * One row for all that a topic of several record types holds: the fields of them all, each of which
 * may be null, and `deleted`, which is true in the row of a tombstone and else null. A sink then
 * writes a topic in its own order, into one table, in large batches: with rows of several forms it
 * would end a batch wherever the form changes.
 */
final class CommonRow {
  static final String DELETED = "deleted";

  private final Schema schema;

  /**
   * @throws IllegalArgumentException if two record types have a field of one name and two types
   */
  CommonRow(List<Schema> records) {
    Map<String, Schema> fields = new LinkedHashMap<>();
    for (Schema record : records) {
      for (Field field : record.fields()) {
        Schema optional = optional(field.schema());
        Schema other = fields.putIfAbsent(field.name(), optional);
        if (other != null && !other.equals(optional)) {
          throw new IllegalArgumentException(
              "the field %s has one type in %s and another elsewhere: these records can't share a row"
                  .formatted(field.name(), record.name()));
        }
      }
    }
    SchemaBuilder builder = SchemaBuilder.struct().name("org.kuroshio.warehouse.Row");
    fields.forEach(builder::field);
    this.schema = builder.field(DELETED, Schema.OPTIONAL_BOOLEAN_SCHEMA).build();
  }

  Schema schema() {
    return schema;
  }

  Struct of(Struct record) {
    Struct row = new Struct(schema);
    record.schema().fields().forEach(field -> row.put(field.name(), record.get(field)));
    return row;
  }

  Struct ofTombstone() {
    return new Struct(schema).put(DELETED, true);
  }

  private static Schema optional(Schema schema) {
    boolean struct = schema.type() == Schema.Type.STRUCT;
    boolean map = schema.type() == Schema.Type.MAP;
    return new ConnectSchema(
        schema.type(),
        true,
        null,
        schema.name(),
        schema.version(),
        schema.doc(),
        schema.parameters(),
        struct ? schema.fields() : null,
        map ? schema.keySchema() : null,
        map || schema.type() == Schema.Type.ARRAY ? schema.valueSchema() : null);
  }
}
