package org.kuroshio.schemas.frame;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Records of any schema, with every branch and symbol in use before long. */
final class SampleRecords {
  private final Random random;

  SampleRecords(Random random) {
    this.random = random;
  }

  Object of(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case UNION -> of(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
      case ARRAY -> list(schema);
      case MAP -> map(schema);
      case ENUM -> symbol(schema);
      case STRING -> "text " + random.nextInt();
      case BYTES -> bytes(schema);
      case INT -> integer(schema);
      case LONG -> random.nextLong();
      case DOUBLE -> random.nextDouble();
      case BOOLEAN -> random.nextBoolean();
      case NULL -> null;
      default -> throw new IllegalArgumentException("no sample of " + schema.getType());
    };
  }

  private GenericData.Record record(Schema schema) {
    GenericData.Record record = new GenericData.Record(schema);
    schema.getFields().forEach(field -> record.put(field.pos(), of(field.schema())));
    return record;
  }

  private List<Object> list(Schema schema) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(of(schema.getElementType()));
    }
    return list;
  }

  private Map<String, Object> map(Schema schema) {
    Map<String, Object> map = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put("key " + i, of(schema.getValueType()));
    }
    return map;
  }

  private GenericData.EnumSymbol symbol(Schema schema) {
    List<String> symbols = schema.getEnumSymbols();
    return new GenericData.EnumSymbol(schema, symbols.get(random.nextInt(symbols.size())));
  }

  private ByteBuffer bytes(Schema schema) {
    boolean decimal = schema.getLogicalType() instanceof LogicalTypes.Decimal;
    byte[] bytes = new byte[decimal ? 1 + random.nextInt(15) : random.nextInt(15)];
    random.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  private int integer(Schema schema) {
    boolean date = schema.getLogicalType() instanceof LogicalTypes.Date;
    return date ? random.nextInt((int) LocalDate.of(2100, 1, 1).toEpochDay()) : random.nextInt();
  }
}
