package org.kuroshio.ingest.personal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.ingest.source.Personal;
import org.kuroshio.ingest.source.PersonalPath;
import org.kuroshio.ingest.source.PersonalPaths;

/**
 * Removes declared paths from a record's tree. In doubt it removes more: a path passes through
 * lists whether or not it has a {@code *} for them. What a path says to keep of a text stays.
 * Immutable.
 */
public final class PersonalFilter {
  private static final String ANY = "*";

  private final Step root = new Step();

  /** The names that may follow one step of a path. */
  private static final class Step {
    final Map<String, Step> next = new HashMap<>();
    boolean dropped;
    Optional<Pattern> keep = Optional.empty();
  }

  /** What was left of a text: a path may come by twice, with and without its {@code *}. */
  private static final class KeptText extends TextNode {
    private static final long serialVersionUID = 1L;

    KeptText(String text) {
      super(text);
    }
  }

  public PersonalFilter(Personal personal) {
    List<PersonalPath> paths =
        personal instanceof PersonalPaths declared ? declared.paths() : List.of();
    for (PersonalPath path : paths) {
      Step step = root;
      for (String name : path.path().substring(1).split("/", -1)) {
        String unescaped = name.replace("~1", "/").replace("~0", "~");
        step = step.next.computeIfAbsent(unescaped, n -> new Step());
      }
      boolean whole = step.dropped && step.keep.isEmpty();
      step.keep = whole ? Optional.empty() : path.keep();
      step.dropped = true;
    }
  }

  /** Top-level names that are dropped whole, so that a reader need not decode them. */
  public Set<String> droppedNames() {
    Set<String> names = new HashSet<>();
    root.next.forEach(
        (name, step) -> {
          if (step.dropped && step.keep.isEmpty()) {
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
      keep(array, any);
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
      for (String name : names(object)) {
        keep(object, name, step);
      }
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
      keep(object, name, step);
    } else if (object.get(name) != null) {
      drop(object.get(name), step);
    }
  }

  /** The names of an object's members, which may be removed meanwhile. */
  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void keep(ObjectNode object, String name, Step step) {
    JsonNode value = object.get(name);
    if (value instanceof ArrayNode array) {
      keep(array, step);
      return;
    }
    Optional<KeptText> kept = kept(value, step);
    if (kept.isPresent()) {
      object.set(name, kept.get());
    } else {
      object.remove(name);
    }
  }

  private static void keep(ArrayNode array, Step step) {
    List<KeptText> kept = new ArrayList<>();
    array.forEach(element -> kept(element, step).ifPresent(kept::add));
    array.removeAll();
    kept.forEach(array::add);
  }

  private static Optional<KeptText> kept(JsonNode value, Step step) {
    if (value instanceof KeptText before) {
      return Optional.of(before);
    }
    if (value == null || !value.isTextual() || step.keep.isEmpty()) {
      return Optional.empty();
    }
    Matcher found = step.keep.get().matcher(value.textValue());
    return found.find() ? Optional.ofNullable(found.group(1)).map(KeptText::new) : Optional.empty();
  }
}
