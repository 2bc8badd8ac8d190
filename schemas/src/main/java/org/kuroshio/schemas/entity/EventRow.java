package org.kuroshio.schemas.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Events in CSV: a column is named by the path of its field, {@code
 * entity.Project.parties.0.region}. Makes of each row the JSON that {@link EventJson} reads; all
 * values stay text, and blank cells are absent. Safe for many threads.
 */
public final class EventRow {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,3}");

  private final List<List<String>> paths;

  /**
   * @param columns the header, in the order of the cells
   * @throws IllegalArgumentException naming the column, if it is blank, repeated, or both a value
   *     and an object of others
   */
  public EventRow(List<String> columns) {
    Set<String> leaves = new HashSet<>();
    Set<String> inner = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).strip();
      if (column.isEmpty() || List.of(DOT.split(column, -1)).contains("")) {
        throw new IllegalArgumentException(
            "column %d is called '%s', expected a path as entityId or entity.Project.projectId"
                .formatted(i + 1, column));
      }
      if (!leaves.add(column)) {
        throw new IllegalArgumentException("two columns are called '" + column + "'");
      }
      for (int dot = column.indexOf('.'); dot > 0; dot = column.indexOf('.', dot + 1)) {
        inner.add(column.substring(0, dot));
      }
    }
    leaves.stream()
        .filter(inner::contains)
        .findFirst()
        .ifPresent(
            column -> {
              throw new IllegalArgumentException(
                  "column '%s' is a value, but other columns are fields inside it"
                      .formatted(column));
            });
    paths = columns.stream().map(column -> List.of(DOT.split(column.strip()))).toList();
  }

  /**
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public JsonNode tree(List<String> cells) {
    if (cells.size() != paths.size()) {
      throw new IllegalArgumentException(
          "%d cells, expected %d as in the header".formatted(cells.size(), paths.size()));
    }
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < paths.size(); i++) {
      if (!cells.get(i).isBlank()) {
        put(tree, paths.get(i), cells.get(i).strip());
      }
    }
    return withLists(tree);
  }

  private static void put(ObjectNode tree, List<String> path, String cell) {
    ObjectNode node = tree;
    for (String step : path.subList(0, path.size() - 1)) {
      node = node.withObjectProperty(step);
    }
    node.put(path.get(path.size() - 1), cell);
  }

  /**
   * Objects whose fields are all numbers become lists in the columns' order; elements without any
   * value are left out.
   */
  private static JsonNode withLists(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    boolean numbered = !node.isEmpty();
    for (var fields = node.fields(); fields.hasNext(); ) {
      var field = fields.next();
      JsonNode value = withLists(field.getValue());
      object.set(field.getKey(), value);
      list.add(value);
      numbered &= INDEX.matcher(field.getKey()).matches();
    }
    return numbered ? list : object;
  }
}
