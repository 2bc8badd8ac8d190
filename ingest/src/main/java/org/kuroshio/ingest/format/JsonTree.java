package org.kuroshio.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Builds the tree of one JSON value and gives it up when it grows beyond a record's limits. Used
 * once.
 */
final class JsonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** {@code 1e999999999} is ten characters, and a gigabyte once somebody prints it. */
  private static final int MOST_DIGITS = 1000;

  private final JsonParser parser;
  private final ReadLimits limits;
  private final Deque<JsonNode> open = new ArrayDeque<>();
  private int nodes;
  private long chars;
  private boolean tooLarge;

  private JsonTree(JsonParser parser, ReadLimits limits) {
    this.parser = parser;
    this.limits = limits;
  }

  /**
   * Reads the value at the parser's current token and leaves the parser at its last.
   *
   * @return empty if the value is too large; it was read to its end all the same
   */
  static Optional<JsonNode> read(JsonParser parser, ReadLimits limits) throws IOException {
    return new JsonTree(parser, limits).value();
  }

  private Optional<JsonNode> value() throws IOException {
    JsonNode root = null;
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        depth--;
        if (!tooLarge) {
          open.pop();
        }
      } else if (token != JsonToken.FIELD_NAME) {
        boolean container = token.isStructStart();
        depth += container ? 1 : 0;
        bound(token, depth);
        if (!tooLarge) {
          JsonNode node = node(token);
          attach(node);
          root = root == null ? node : root;
          if (container) {
            open.push(node);
          }
        }
      }
      if (depth == 0) {
        return tooLarge ? Optional.empty() : Optional.of(root);
      }
      token = parser.nextToken();
    }
  }

  private void bound(JsonToken token, int depth) throws IOException {
    nodes++;
    if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      chars += parser.getTextLength();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT
        && Math.abs((long) parser.getDecimalValue().scale()) > MOST_DIGITS) {
      tooLarge = true;
      open.clear();
    }
    if (!tooLarge
        && (nodes > limits.recordNodes()
            || chars > limits.recordChars()
            || depth > limits.depth())) {
      tooLarge = true;
      open.clear();
    }
  }

  private JsonNode node(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> NODES.objectNode();
      case START_ARRAY -> NODES.arrayNode();
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      default -> NODES.textNode(parser.getText());
    };
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private void attach(JsonNode node) throws IOException {
    JsonNode parent = open.peek();
    if (parent instanceof ObjectNode object) {
      object.set(parser.currentName(), node);
    } else if (parent instanceof ArrayNode array) {
      array.add(node);
    }
  }
}
