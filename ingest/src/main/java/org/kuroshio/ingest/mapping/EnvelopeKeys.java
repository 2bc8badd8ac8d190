package org.kuroshio.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.ingest.rejection.Problem;
import org.kuroshio.schemas.entity.EntityType;
import org.kuroshio.schemas.entity.EntityTypes;
import org.kuroshio.schemas.event.Op;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * The keys of a mapping's result that begin with {@code @}: they are the envelope's, not the
 * entity's.
 *
 * @param entity what is left without them
 */
record EnvelopeKeys(
    JsonNode entity,
    Optional<EntityType> type,
    Optional<String> key,
    Optional<String> sourceRecordId,
    Optional<String> version,
    Optional<String> publishedAt,
    Op op,
    long standsFor,
    List<Quality> quality) {

  /** All of them, for checking a mapping before it runs. */
  static final List<String> KNOWN =
      List.of(
          "@entity",
          "@key",
          "@sourceRecordId",
          "@version",
          "@publishedAt",
          "@op",
          "@standsFor",
          "@quality");

  private static final EnvelopeKeys NONE = read(JsonNodeFactory.instance.objectNode(), null);

  /** Leaves the object as it is. */
  static EnvelopeKeys of(ObjectNode object) {
    ObjectNode keys = null;
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!name.isEmpty() && name.charAt(0) == '@') {
        keys = keys == null ? JsonNodeFactory.instance.objectNode() : keys;
        keys.set(name, object.get(name));
      }
    }
    if (keys == null) {
      return NONE.with(object);
    }
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!keys.has(field.getKey())) {
        rest.set(field.getKey(), field.getValue());
      }
    }
    return read(keys, rest);
  }

  private EnvelopeKeys with(JsonNode other) {
    return new EnvelopeKeys(
        other, type, key, sourceRecordId, version, publishedAt, op, standsFor, quality);
  }

  private static EnvelopeKeys read(ObjectNode keys, JsonNode entity) {
    keys.fieldNames().forEachRemaining(EnvelopeKeys::requireKnown);
    return new EnvelopeKeys(
        entity,
        text(keys, "@entity").map(EnvelopeKeys::type),
        text(keys, "@key"),
        text(keys, "@sourceRecordId"),
        text(keys, "@version"),
        text(keys, "@publishedAt"),
        text(keys, "@op").map(word -> word(Op.class, "@op", word)).orElse(Op.ASSERT),
        text(keys, "@standsFor").map(EnvelopeKeys::count).orElse(1L),
        qualities(keys.path("@quality")));
  }

  private static void requireKnown(String key) {
    if (!KNOWN.contains(key)) {
      throw Problem.map(
              "unknown-field", "'" + key + "' is no envelope key" + Nearest.hint(key, KNOWN))
          .thrown();
    }
  }

  private static Optional<String> text(ObjectNode keys, String key) {
    JsonNode value = keys.path(key);
    String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static EntityType type(String name) {
    try {
      return EntityTypes.named(name);
    } catch (IllegalArgumentException e) {
      throw Problem.map("unknown-entity", e.getMessage()).thrown();
    }
  }

  private static long count(String text) {
    try {
      long count = Long.parseLong(text);
      if (count >= 1) {
        return count;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw Problem.map("bad-number", "'@standsFor' is a whole number from 1, was '" + text + "'")
        .thrown();
  }

  private static List<Quality> qualities(JsonNode list) {
    List<Quality> qualities = new ArrayList<>();
    list.forEach(word -> qualities.add(word(Quality.class, "@quality", word.asText())));
    return qualities;
  }

  private static <E extends Enum<E>> E word(Class<E> type, String key, String word) {
    try {
      return Enum.valueOf(type, word);
    } catch (IllegalArgumentException e) {
      List<String> known =
          java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
      throw Problem.map("unknown-word", "'" + key + "' " + word + Nearest.hint(word, known))
          .thrown();
    }
  }
}
