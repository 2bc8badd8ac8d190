package org.kuroshio.ingest.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import org.kuroshio.ingest.rejection.Problem;

/** A function as JSLT wants it. */
record MappingFunction(String name, int least, int most, Body body) implements Function {
  /** Called on the mapping thread; arguments may be of any type. */
  interface Body {
    JsonNode of(JsonNode[] arguments);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getMinArguments() {
    return least;
  }

  @Override
  public int getMaxArguments() {
    return most;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] arguments) {
    return body.of(arguments);
  }

  /** A text or number as text, null as empty. */
  static String text(JsonNode argument) {
    if (argument.isNull()) {
      return "";
    }
    if (!argument.isValueNode()) {
      throw Problem.map("wrong-type", "a list or an object stands where one value is expected")
          .thrown();
    }
    return argument.asText().strip();
  }

  static JsonNode textOrNull(String text) {
    return text.isEmpty() ? NullNode.instance : TextNode.valueOf(text);
  }
}
