package org.kuroshio.standalone.correction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a field stands in an entity: {@code headquarters.region}, {@code parties[0].region}.
 *
 * @param steps names, and digits where an element of a list is meant
 */
record FieldPath(List<String> steps) {
  private static final Pattern SYNTAX =
      Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*|\\[(0|[1-9]\\d{0,5})])*");
  private static final Pattern BETWEEN = Pattern.compile("[.\\[\\]]+");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  FieldPath {
    steps = List.copyOf(steps);
  }

  /**
   * @throws IllegalArgumentException if it is no path; the message says what would be one
   */
  static FieldPath parse(String text) {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "not a field, expected a path as foundedOn, headquarters.region or parties[0].region");
    }
    return new FieldPath(List.of(BETWEEN.split(text)));
  }

  /** What stands there; a missing node if nothing does. */
  JsonNode in(JsonNode entity) {
    JsonNode node = entity;
    for (String step : steps) {
      node = node.isArray() ? node.path(isIndex(step) ? index(step) : -1) : node.path(step);
    }
    return node;
  }

  /** Whether a JSON pointer's parts lead to this field or into it. */
  boolean contains(List<String> pointer) {
    return pointer.size() >= steps.size() && pointer.subList(0, steps.size()).equals(steps);
  }

  /**
   * Sets or removes what stands there, and makes what lies on the way. Whether the entity has such
   * a field is not looked at.
   *
   * @param value empty to remove the field, or the element of a list
   * @throws IllegalArgumentException if the way leads through a value, or past the end of a list
   */
  void set(ObjectNode entity, Optional<String> value) {
    JsonNode parent = entity;
    for (int i = 0; i < steps.size() - 1; i++) {
      parent = child(parent, i);
    }
    int last = steps.size() - 1;
    String step = steps.get(last);
    if (parent instanceof ObjectNode object && !isIndex(step)) {
      value.ifPresentOrElse(
          text -> object.set(step, TextNode.valueOf(text)), () -> object.remove(step));
    } else if (parent instanceof ArrayNode list && isIndex(step)) {
      setElement(list, index(step), value, last);
    } else {
      throw noWay(parent, last);
    }
  }

  private JsonNode child(JsonNode parent, int at) {
    String step = steps.get(at);
    JsonNode made = isIndex(steps.get(at + 1)) ? JSON.arrayNode() : JSON.objectNode();
    if (parent instanceof ObjectNode object && !isIndex(step)) {
      JsonNode child = object.get(step);
      return child == null ? object.set(step, made).get(step) : child;
    }
    if (parent instanceof ArrayNode list && isIndex(step)) {
      checkIndex(list, index(step), at);
      return index(step) < list.size() ? list.get(index(step)) : list.add(made).get(index(step));
    }
    throw noWay(parent, at);
  }

  private void setElement(ArrayNode list, int index, Optional<String> value, int at) {
    checkIndex(list, index, at);
    if (index == list.size()) {
      value.ifPresent(list::add);
    } else if (value.isPresent()) {
      list.set(index, TextNode.valueOf(value.get()));
    } else {
      list.remove(index);
    }
  }

  private void checkIndex(ArrayNode list, int index, int at) {
    if (index > list.size()) {
      throw new IllegalArgumentException(
          "%s has %d elements, the first is [0], and [%d] would add one"
              .formatted(upTo(at), list.size(), list.size()));
    }
  }

  private IllegalArgumentException noWay(JsonNode parent, int at) {
    String what =
        parent.isArray()
            ? "a list, expected an element of it as " + upTo(at) + "[0]"
            : parent.isObject()
                ? "no list, expected one of its fields"
                : "the value '" + parent.asText() + "', which has no parts";
    return new IllegalArgumentException("%s is %s".formatted(upTo(at), what));
  }

  private String upTo(int end) {
    return end == 0 ? "the entity" : new FieldPath(steps.subList(0, end)).toString();
  }

  private static boolean isIndex(String step) {
    return Character.isDigit(step.charAt(0));
  }

  private static int index(String step) {
    return Integer.parseInt(step);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String step : steps) {
      if (isIndex(step)) {
        text.append('[').append(step).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }
}
