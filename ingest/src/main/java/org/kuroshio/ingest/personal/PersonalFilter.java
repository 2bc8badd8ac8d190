package org.kuroshio.ingest.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.ingest.source.Personal;
import org.kuroshio.ingest.source.PersonalPaths;

/**
 * Removes declared paths from a record's tree. In doubt it removes more: a path passes through
 * lists whether or not it has a {@code *} for them. Immutable.
 */
public final class PersonalFilter {
  private static final String ANY = "*";

  private final Step root = new Step();

  /** The names that may follow one step of a path. */
  private static final class Step {
    final Map<String, Step> next = new HashMap<>();
    boolean dropped;
  }

  public PersonalFilter(Personal personal) {
    List<String> paths = personal instanceof PersonalPaths declared ? declared.paths() : List.of();
    for (String path : paths) {
      Step step = root;
      for (String name : path.substring(1).split("/", -1)) {
        String unescaped = name.replace("~1", "/").replace("~0", "~");
        step = step.next.computeIfAbsent(unescaped, n -> new Step());
      }
      step.dropped = true;
    }
  }

  /** Top-level names that are dropped whole, so that a reader need not decode them. */
  public Set<String> droppedNames() {
    Set<String> names = new HashSet<>();
    root.next.forEach(
        (name, step) -> {
          if (step.dropped) {
            names.add(name);
          }
        });
    return Set.copyOf(names);
  }

  /** Removes in place. */
  public void drop(JsonNode record) {
    if (!root.next.isEmpty()) {
      drop(record, root);
    }
  }

  private static void drop(JsonNode node, Step step) {
    if (node instanceof ArrayNode array) {
      list(array, step);
    } else if (node instanceof ObjectNode object) {
      for (Map.Entry<String, Step> next : step.next.entrySet()) {
        if (next.getKey().equals(ANY)) {
          members(object, next.getValue());
        } else {
          member(object, next.getKey(), next.getValue());
        }
      }
    }
  }

  private static void list(ArrayNode array, Step step) {
    Step any = step.next.get(ANY);
    if (any != null && any.dropped) {
      array.removeAll();
      return;
    }
    for (JsonNode element : array) {
      drop(element, step);
      if (any != null) {
        drop(element, any);
      }
    }
  }

  private static void members(ObjectNode object, Step step) {
    if (step.dropped) {
      object.removeAll();
      return;
    }
    // where a list was expected and one element came without brackets
    drop(object, step);
    for (Iterator<JsonNode> values = object.elements(); values.hasNext(); ) {
      drop(values.next(), step);
    }
  }

  private static void member(ObjectNode object, String name, Step step) {
    if (step.dropped) {
      object.remove(name);
    } else if (object.get(name) != null) {
      drop(object.get(name), step);
    }
  }
}
