package org.kuroshio.standalone.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as the plain JSON that {@link org.kuroshio.schemas.entity.EventJson} reads back to the
 * same event; nulls are left out.
 */
final class EventTree {
  static final String ENTITY = "entity";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private EventTree() {}

  static ObjectNode of(SpecificRecord envelope) {
    ObjectNode tree = JSON.objectNode();
    for (Schema.Field field : envelope.getSchema().getFields()) {
      Object value = envelope.get(field.pos());
      if (field.name().equals(ENTITY) && value instanceof GenericRecord entity) {
        tree.putObject(ENTITY).set(entity.getSchema().getName(), node(entity));
      } else if (value != null) {
        tree.set(field.name(), node(value));
      }
    }
    return tree;
  }

  private static JsonNode node(Object value) {
    if (value instanceof GenericRecord record) {
      ObjectNode object = JSON.objectNode();
      for (Schema.Field field : record.getSchema().getFields()) {
        Object part = record.get(field.pos());
        if (part != null) {
          object.set(field.name(), node(part));
        }
      }
      return object;
    }
    if (value instanceof Collection<?> elements) {
      ArrayNode list = JSON.arrayNode();
      elements.forEach(element -> list.add(node(element)));
      return list;
    }
    if (value instanceof Map<?, ?> entries) {
      ObjectNode object = JSON.objectNode();
      entries.forEach((key, entry) -> object.set(key.toString(), node(entry)));
      return object;
    }
    return scalar(value);
  }

  /** Numbers stand as text where digits could be lost; dates and times are text anyway. */
  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Long || value instanceof Integer) {
      return JSON.numberNode(((Number) value).longValue());
    }
    if (value instanceof BigDecimal decimal) {
      return JSON.textNode(decimal.stripTrailingZeros().toPlainString());
    }
    return JSON.textNode(value.toString());
  }
}
