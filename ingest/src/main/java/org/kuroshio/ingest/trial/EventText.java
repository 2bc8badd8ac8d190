package org.kuroshio.ingest.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.ingest.mapping.MappedEvent;

/** An event as JSON in the form of docs/events.md, for people; what is empty is left out. */
final class EventText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EventText() {}

  static String of(MappedEvent event) {
    ObjectNode text = NODES.objectNode().put("stream", event.stream().label());
    if (event.envelope().isEmpty()) {
      return text.put("entityId", event.key()).put("op", "FORGET").toString();
    }
    SpecificRecord envelope = event.envelope().get();
    for (Schema.Field field : envelope.getSchema().getFields()) {
      Object value = envelope.get(field.pos());
      JsonNode node = node(value);
      if (field.name().equals("entity") && value instanceof GenericRecord entity) {
        node = NODES.objectNode().set(entity.getSchema().getName(), node);
      }
      put(text, field.name(), node);
    }
    return text.toString();
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
      object.set(name, value);
    }
  }

  private static JsonNode node(Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof GenericRecord record) {
      ObjectNode object = NODES.objectNode();
      record
          .getSchema()
          .getFields()
          .forEach(field -> put(object, field.name(), node(record.get(field.pos()))));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(item -> array.add(node(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, item) -> object.set(key.toString(), node(item)));
      return object;
    }
    return scalar(value);
  }

  private static JsonNode scalar(Object value) {
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Long || value instanceof Integer) {
      return NODES.numberNode(((Number) value).longValue());
    }
    if (value instanceof BigDecimal decimal) {
      return NODES.textNode(decimal.stripTrailingZeros().toPlainString());
    }
    return NODES.textNode(value.toString());
  }
}
