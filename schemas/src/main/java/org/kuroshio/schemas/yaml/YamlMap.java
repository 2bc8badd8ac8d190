package org.kuroshio.schemas.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping, its keys in the order as written.
 *
 * @param keyPlaces where each key stands
 */
public record YamlMap(Place place, Map<String, YamlNode> values, Map<String, Place> keyPlaces)
    implements YamlNode {
  public YamlMap {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    keyPlaces = Map.copyOf(keyPlaces);
  }

  @Override
  public String kind() {
    return "keys with values";
  }

  @Override
  public YamlMap asMap() {
    return this;
  }

  /**
   * @throws DefinitionException for the first key that is not among the known ones, with the
   *     nearest of them
   */
  public YamlMap only(Collection<String> known) {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw keyPlaces.get(key).problem("unknown key '" + key + "'" + Nearest.hint(key, known));
      }
    }
    return this;
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * @throws DefinitionException if the key is missing
   */
  public YamlNode get(String key) {
    return find(key).orElseThrow(() -> problem("key '" + key + "' is missing"));
  }

  public String text(String key) {
    return get(key).text();
  }

  public String text(String key, String otherwise) {
    return find(key).map(YamlNode::text).orElse(otherwise);
  }

  public int integer(String key) {
    return get(key).asText().asInteger();
  }

  public int integer(String key, int otherwise) {
    return find(key).map(node -> node.asText().asInteger()).orElse(otherwise);
  }

  public <E extends Enum<E>> E constant(String key, Class<E> type) {
    return get(key).asText().asConstant(type);
  }

  public boolean flag(String key, boolean otherwise) {
    return find(key).map(node -> node.asText().asBoolean()).orElse(otherwise);
  }

  /** What is listed under the key, a single text too; nothing without the key. */
  public List<YamlNode> items(String key) {
    return find(key).map(node -> node.asList().items()).orElse(List.of());
  }

  public List<String> texts(String key) {
    return items(key).stream().map(YamlNode::text).toList();
  }

  public Place placeOf(String key) {
    return keyPlaces.getOrDefault(key, place);
  }
}
