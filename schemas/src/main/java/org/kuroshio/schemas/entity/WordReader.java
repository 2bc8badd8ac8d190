package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.kuroshio.schemas.entity.Problem.Reason;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * One of an enum's words.
 *
 * @param words each with its constant, in the schema's order
 */
record WordReader(String type, Map<String, Object> words) implements ValueReader {
  static WordReader of(Schema schema, SpecificData model) {
    Map<String, Object> words = new LinkedHashMap<>();
    schema.getEnumSymbols().forEach(word -> words.put(word, model.createEnum(word, schema)));
    return new WordReader(schema.getName(), words);
  }

  @Override
  public Object read(JsonNode value, At at, Reading reading) {
    Object constant = value.isTextual() ? words.get(value.textValue()) : null;
    if (constant == null) {
      String hint =
          value.isTextual() ? Nearest.hint(value.textValue(), words.keySet()) : ", in quotes";
      reading.wrong(at, Reason.UNKNOWN_WORD, Reading.describe(value), "a word of " + type + hint);
    }
    return constant;
  }
}
