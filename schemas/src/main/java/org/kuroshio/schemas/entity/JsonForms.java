package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The small pieces that the JSON Schema is put together from. */
final class JsonForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonForms() {}

  static ObjectNode text(Optional<FieldRules.TextRule> rule, boolean mayBeBlank) {
    ObjectNode text = JSON.objectNode().put("type", "string");
    if (rule.isPresent()) {
      return text.put("pattern", "^" + rule.get().pattern().pattern() + "$");
    }
    return mayBeBlank ? text : text.put("pattern", "\\S");
  }

  /**
   * Minus is known by the text's first letter; other minima of numbers in text only EventJson
   * checks.
   */
  static ObjectNode number(String type, Optional<Long> minimum) {
    ObjectNode number = JSON.objectNode();
    ArrayNode forms = number.putArray("anyOf");
    ObjectNode digits = forms.addObject().put("type", type);
    minimum.ifPresent(least -> digits.put("minimum", least));
    String sign = minimum.isPresent() ? "" : "-?";
    String fraction = type.equals("number") ? "(\\.\\d{1,40})?" : "(\\.0+)?";
    forms
        .addObject()
        .put("type", "string")
        .put("pattern", "^" + sign + "\\d{1,40}" + fraction + "$");
    return number;
  }

  static ObjectNode bool() {
    ObjectNode bool = JSON.objectNode();
    bool.set("enum", JSON.arrayNode().add(true).add(false).add("true").add("false"));
    return bool;
  }

  static ArrayNode words(List<String> words) {
    ArrayNode array = JSON.arrayNode();
    words.forEach(array::add);
    return array;
  }

  static ObjectNode object(String doc) {
    ObjectNode object = JSON.objectNode().put("type", "object");
    if (doc != null) {
      object.put("description", doc);
    }
    return object.put("additionalProperties", false);
  }

  static ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }
}
