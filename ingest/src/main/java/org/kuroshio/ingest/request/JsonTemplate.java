package org.kuroshio.ingest.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON document whose texts may have holes. A text that is nothing but a page's number becomes a
 * number; one whose holes leave nothing is left out, and a list or an object that so becomes empty
 * too. Immutable.
 */
public final class JsonTemplate {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode document;
  private final List<RequestText> texts = new ArrayList<>();

  private JsonTemplate(JsonNode document) {
    this.document = document;
    collect(document);
  }

  /**
   * @throws IllegalArgumentException if it is no JSON, or has a hole that no request has
   */
  public static JsonTemplate parse(String written) {
    try {
      return new JsonTemplate(JSON.readTree(written));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the body is no valid JSON (holes stand inside quotes): " + e.getOriginalMessage(), e);
    }
  }

  private void collect(JsonNode node) {
    if (node.isTextual()) {
      texts.add(RequestText.parse(node.textValue()));
    }
    node.forEach(this::collect);
  }

  boolean uses(String name) {
    return texts.stream().anyMatch(text -> text.uses(name));
  }

  String fill(RequestValues values) {
    try {
      return JSON.writeValueAsString(filled(document, values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that is no JSON", e);
    }
  }

  private static JsonNode filled(JsonNode node, RequestValues values) {
    if (node.isTextual()) {
      return text(RequestText.parse(node.textValue()), values);
    }
    if (node.isObject() && !node.isEmpty()) {
      ObjectNode object = NODES.objectNode();
      for (var member : node.properties()) {
        JsonNode value = filled(member.getValue(), values);
        if (!value.isMissingNode()) {
          object.set(member.getKey(), value);
        }
      }
      return object.isEmpty() ? MissingNode.getInstance() : object;
    }
    if (node.isArray() && !node.isEmpty()) {
      ArrayNode array = NODES.arrayNode();
      for (JsonNode element : node) {
        JsonNode value = filled(element, values);
        if (!value.isMissingNode()) {
          array.add(value);
        }
      }
      return array.isEmpty() ? MissingNode.getInstance() : array;
    }
    return node;
  }

  private static JsonNode text(RequestText text, RequestValues values) {
    String filled = text.fill(values);
    if (filled.isEmpty() && text.hasHoles()) {
      return MissingNode.getInstance();
    }
    return text.isNumber() ? NODES.numberNode(Long.parseLong(filled)) : TextNode.valueOf(filled);
  }
}
