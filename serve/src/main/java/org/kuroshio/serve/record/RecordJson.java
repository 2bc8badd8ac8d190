package org.kuroshio.serve.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Flat records as JSON, field by field: numbers as numbers, times as ISO 8601, what is null left
 * out. Bytes are never shown: they are what was rejected.
 */
public final class RecordJson {
  private RecordJson() {}

  public static void put(ObjectNode node, SpecificRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      put(node, field.name(), record.get(field.pos()));
    }
  }

  private static void put(ObjectNode node, String field, Object value) {
    if (value instanceof Integer || value instanceof Long) {
      node.put(field, ((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      node.put(field, flag);
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = node.putObject(field);
      new TreeMap<>(map).forEach((key, inner) -> put(object, key.toString(), inner));
    } else if (value instanceof Collection<?> many) {
      ArrayNode array = node.putArray(field);
      many.forEach(one -> array.add(one.toString()));
    } else if (value != null && !(value instanceof java.nio.ByteBuffer)) {
      node.put(field, value.toString());
    }
  }
}
