package org.kuroshio.ingest.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.ingest.charset.Sha256;
import org.kuroshio.ingest.rejection.Problem;

/** What a mapping says of its record as a whole. */
final class RecordFunctions {
  private static final int HASH_BYTES = 8;
  private static final int MOST_ARGUMENTS = 1000;
  private static final byte END = 0x1f;

  private RecordFunctions() {}

  static List<MappingFunction> all() {
    return List.of(
        new MappingFunction("group-by", 2, 2, RecordFunctions::groupBy),
        new MappingFunction("hash", 1, MOST_ARGUMENTS, RecordFunctions::hash),
        new MappingFunction("fail", 2, 2, RecordFunctions::fail));
  }

  private static JsonNode groupBy(JsonNode[] arguments) {
    if (arguments[0].isNull()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!arguments[0].isArray()) {
      throw Problem.map("wrong-type", "group-by takes a list").thrown();
    }
    String field = MappingFunction.text(arguments[1]);
    Map<String, ArrayNode> groups = new LinkedHashMap<>();
    for (JsonNode element : arguments[0]) {
      groups
          .computeIfAbsent(
              element.path(field).asText(), value -> JsonNodeFactory.instance.arrayNode())
          .add(element);
    }
    return JsonNodeFactory.instance.arrayNode().addAll(groups.values());
  }

  private static JsonNode hash(JsonNode[] arguments) {
    MessageDigest digest = Sha256.digest();
    for (JsonNode argument : arguments) {
      String text = argument.isTextual() ? argument.textValue() : argument.toString();
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update(END);
    }
    return TextNode.valueOf(HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES));
  }

  private static JsonNode fail(JsonNode[] arguments) {
    String detail = MappingFunction.text(arguments[1]);
    try {
      throw Problem.map(MappingFunction.text(arguments[0]), detail).thrown();
    } catch (IllegalArgumentException e) {
      throw Problem.map("rejected-by-mapping", detail + " (" + e.getMessage() + ")").thrown();
    }
  }
}
