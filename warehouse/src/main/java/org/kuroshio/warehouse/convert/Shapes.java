package org.kuroshio.warehouse.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * Avro's types in Connect. Exact: a decimal keeps its scale, and an instant its microseconds, for
 * which it is text with a zone (Connect's own timestamp ends at milliseconds) under the name by
 * which Debezium's sinks know it for an instant.
 */
final class Shapes {
  /** ISO 8601 in UTC: `2026-11-30T18:15:56.123456Z`. */
  static final String INSTANT = "io.debezium.time.ZonedTimestamp";

  static final String JSON = "io.debezium.data.Json";

  /** Always six digits, so that the text sorts as time does. */
  private static final DateTimeFormatter MICROS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private static final long MICROS_PER_SECOND = 1_000_000;

  private final Nested nested;

  Shapes(Nested nested) {
    this.nested = nested;
  }

  /** A record as a structure, whatever becomes of what is in it. */
  Shape ofRecord(Schema schema, boolean optional) {
    List<Part> parts = new ArrayList<>();
    SchemaBuilder builder = builder(SchemaBuilder.struct().name(schema.getFullName()), optional);
    for (Schema.Field field : schema.getFields()) {
      Part part = new Part(field.name(), field.pos(), of(field.schema()));
      parts.add(part);
      builder.field(part.name(), part.shape().schema());
    }
    org.apache.kafka.connect.data.Schema struct = builder.build();
    return new Shape(struct, read -> struct(struct, parts, (GenericRecord) read));
  }

  /** A field's type. */
  Shape of(Schema schema) {
    return of(schema, false);
  }

  private record Part(String name, int position, Shape shape) {}

  private static Struct struct(
      org.apache.kafka.connect.data.Schema schema, List<Part> parts, GenericRecord record) {
    Struct struct = new Struct(schema);
    parts.forEach(part -> struct.put(part.name(), part.shape().of(record.get(part.position()))));
    return struct;
  }

  private Shape of(Schema schema, boolean optional) {
    return switch (schema.getType()) {
      case UNION -> union(schema);
      case RECORD -> nested == Nested.JSON ? json(optional) : ofRecord(schema, optional);
      case ARRAY -> nested == Nested.JSON ? json(optional) : list(schema, optional);
      case MAP -> nested == Nested.JSON ? json(optional) : map(schema, optional);
      case STRING, ENUM -> new Shape(plain(SchemaBuilder.string(), optional), Object::toString);
      case BYTES -> bytes(schema, optional);
      case INT -> integer(schema, optional);
      case LONG -> number(schema, optional);
      case FLOAT -> asRead(SchemaBuilder.float32(), optional);
      case DOUBLE -> asRead(SchemaBuilder.float64(), optional);
      case BOOLEAN -> asRead(SchemaBuilder.bool(), optional);
      case FIXED, NULL ->
          throw new IllegalArgumentException("no field of ours is of type " + schema.getType());
    };
  }

  /** `null` and a type is that type, optional; records in turn are a structure with one filled. */
  private Shape union(Schema schema) {
    List<Schema> branches =
        schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
    if (branches.size() == 1) {
      return of(branches.get(0), branches.size() < schema.getTypes().size());
    }
    if (nested == Nested.JSON) {
      return json(true);
    }
    SchemaBuilder builder = SchemaBuilder.struct().optional();
    Map<String, Shape> shapes = new HashMap<>();
    for (Schema branch : branches) {
      Shape shape = ofRecord(branch, true);
      shapes.put(branch.getFullName(), shape);
      builder.field(branch.getName(), shape.schema());
    }
    org.apache.kafka.connect.data.Schema either = builder.build();
    return new Shape(
        either,
        read -> {
          Schema branch = ((GenericRecord) read).getSchema();
          return new Struct(either)
              .put(branch.getName(), shapes.get(branch.getFullName()).of(read));
        });
  }

  private Shape list(Schema schema, boolean optional) {
    Shape element = of(schema.getElementType());
    return new Shape(
        plain(SchemaBuilder.array(element.schema()), optional),
        read -> ((Collection<?>) read).stream().map(element::of).toList());
  }

  private Shape map(Schema schema, boolean optional) {
    Shape element = of(schema.getValueType());
    return new Shape(
        plain(
            SchemaBuilder.map(org.apache.kafka.connect.data.Schema.STRING_SCHEMA, element.schema()),
            optional),
        read -> {
          Map<String, Object> values = new HashMap<>();
          ((Map<?, ?>) read).forEach((key, value) -> values.put(key.toString(), element.of(value)));
          return values;
        });
  }

  private static Shape json(boolean optional) {
    return new Shape(
        plain(SchemaBuilder.string().name(JSON), optional), GenericData.get()::toString);
  }

  private static Shape bytes(Schema schema, boolean optional) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return new Shape(
          plain(Decimal.builder(decimal.getScale()), optional),
          read -> new BigDecimal(new BigInteger(array((ByteBuffer) read)), decimal.getScale()));
    }
    return new Shape(plain(SchemaBuilder.bytes(), optional), read -> array((ByteBuffer) read));
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static Shape integer(Schema schema, boolean optional) {
    if (schema.getLogicalType() instanceof LogicalTypes.Date) {
      return new Shape(
          plain(Date.builder(), optional),
          read -> new java.util.Date(Duration.ofDays((Integer) read).toMillis()));
    }
    return asRead(SchemaBuilder.int32(), optional);
  }

  private static Shape number(Schema schema, boolean optional) {
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
      return new Shape(
          plain(SchemaBuilder.string().name(INSTANT), optional), read -> text((Long) read));
    }
    return asRead(SchemaBuilder.int64(), optional);
  }

  private static String text(long micros) {
    long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
    return MICROS.format(
        Instant.ofEpochSecond(seconds, Math.floorMod(micros, MICROS_PER_SECOND) * 1000));
  }

  private static Shape asRead(SchemaBuilder builder, boolean optional) {
    return new Shape(plain(builder, optional), UnaryOperator.identity());
  }

  private static org.apache.kafka.connect.data.Schema plain(
      SchemaBuilder builder, boolean optional) {
    return builder(builder, optional).build();
  }

  private static SchemaBuilder builder(SchemaBuilder builder, boolean optional) {
    return optional ? builder.optional() : builder;
  }
}
