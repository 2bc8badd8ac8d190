package org.kuroshio.indicators.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * One value of a YAML file with its place. Scalars are text: what they mean is decided by who asks.
 */
public final class YamlNode {
  private final String file;
  private final Node node;

  private YamlNode(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /**
   * The root of a document.
   *
   * @throws DefinitionException if the text is no YAML, or is empty
   */
  public static YamlNode read(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Node root =
          new Yaml(options)
              .compose(
                  new UnicodeReader(
                      new java.io.ByteArrayInputStream(
                          text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
      if (root == null) {
        throw new DefinitionException(file, 1, "the file is empty");
      }
      return new YamlNode(file, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new DefinitionException(file, line, "not YAML: " + e.getProblem());
    }
  }

  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  public String file() {
    return file;
  }

  public DefinitionException error(String message) {
    return new DefinitionException(file, line(), message);
  }

  public boolean isMap() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The scalar as written. */
  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      return scalar.getValue();
    }
    throw error("expected a value, found " + kind());
  }

  public int integer() {
    try {
      return Integer.parseInt(text().startsWith("+") ? text().substring(1) : text());
    } catch (NumberFormatException e) {
      throw error("expected a whole number, found '" + text() + "'");
    }
  }

  public boolean bool() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("expected true or false, found '" + text() + "'");
    };
  }

  /** A constant of an enum, written in any case with `-` or `_`. */
  public <E extends Enum<E>> E constant(Class<E> type) {
    String wanted = text().replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(wanted)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
    throw error("unknown value '" + text() + "'" + Nearest.hint(text(), names));
  }

  public List<YamlNode> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw error("expected a list, found " + kind());
    }
    return sequence.getValue().stream().map(n -> new YamlNode(file, n)).toList();
  }

  /** A list, or one value standing for a list of one. */
  public List<YamlNode> oneOrMore() {
    return isList() ? list() : List.of(this);
  }

  public List<String> texts() {
    return oneOrMore().stream().map(YamlNode::text).toList();
  }

  /** The pairs of a map in the order of the file. */
  public Map<String, YamlNode> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw error("expected a map of keys, found " + kind());
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = new YamlNode(file, tuple.getKeyNode());
      if (entries.put(key.text(), new YamlNode(file, tuple.getValueNode())) != null) {
        throw key.error("the key '" + key.text() + "' stands twice");
      }
    }
    return entries;
  }

  public Optional<YamlNode> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  public YamlNode get(String key) {
    return find(key).orElseThrow(() -> error("the key '" + key + "' is missing"));
  }

  /** Refuses every key but these. */
  public YamlNode only(Set<String> keys) {
    entries()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                throw value.error("unknown key '" + key + "'" + Nearest.hint(key, keys));
              }
            });
    return this;
  }

  private String kind() {
    return isMap() ? "a map" : isList() ? "a list" : "nothing";
  }
}
