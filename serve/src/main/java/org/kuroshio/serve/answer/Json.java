package org.kuroshio.serve.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.schemas.table.Cut;

/** Trees and their bytes. Safe for many threads. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Every answer begins with what it is of. */
  static ObjectNode of(Cut cut) {
    return object().put("cut", cut.getCut()).put("asOf", cut.getAsOf().toString());
  }

  /** A publication of a cut, as lists of cuts have it. */
  public static ObjectNode whole(Cut cut) {
    return object()
        .put("cut", cut.getCut())
        .put("sequence", cut.getSequence())
        .put("asOf", cut.getAsOf().toString())
        .put("at", cut.getAt().toString())
        .put("count", cut.getCount());
  }

  static void putTexts(ObjectNode node, String field, Collection<String> texts) {
    ArrayNode array = node.putArray(field);
    texts.forEach(array::add);
  }

  static void putTexts(ObjectNode node, String field, Map<String, String> texts) {
    ObjectNode object = node.putObject(field);
    new TreeMap<>(texts).forEach(object::put);
  }

  static void putCounts(ObjectNode node, String field, Map<String, Long> counts) {
    ObjectNode object = node.putObject(field);
    new TreeMap<>(counts).forEach(object::put);
  }

  /** Leaves the field out where there is nothing. */
  static void putIfThere(ObjectNode node, String field, Object value) {
    if (value instanceof Number number) {
      node.put(field, number.longValue());
    } else if (value != null && !value.toString().isEmpty()) {
      node.put(field, value.toString());
    }
  }

  public static byte[] bytes(JsonNode tree) {
    try {
      return MAPPER.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }
}
