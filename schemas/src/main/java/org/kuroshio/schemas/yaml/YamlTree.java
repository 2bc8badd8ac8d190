package org.kuroshio.schemas.yaml;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one YAML document. An alias is what its anchor is. */
public final class YamlTree {
  private final String file;

  private YamlTree(String file) {
    this.file = file;
  }

  /**
   * @param file as errors shall name it
   * @throws DefinitionException if the text is no YAML or empty, repeats a key or lacks a value
   */
  public static YamlNode parse(String file, String text) {
    Node root = compose(file, text);
    if (root == null) {
      throw new Place(file, 1).problem("the file is empty");
    }
    return new YamlTree(file).node(root);
  }

  private static Node compose(String file, String text) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new Place(file, line).problem("no valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new Place(file, 1).problem("no valid YAML: " + e.getMessage());
    }
  }

  private YamlNode node(Node node) {
    if (node instanceof MappingNode mapping) {
      return map(mapping);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = sequence.getValue().stream().map(this::node).toList();
      return new YamlList(place(node), items);
    }
    return new YamlText(place(node), scalar(node));
  }

  private YamlMap map(MappingNode mapping) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, Place> places = new HashMap<>();
    for (NodeTuple pair : mapping.getValue()) {
      Place place = place(pair.getKeyNode());
      String key = scalar(pair.getKeyNode());
      if (places.put(key, place) != null) {
        throw place.problem("key '" + key + "' stands here twice");
      }
      values.put(key, node(pair.getValueNode()));
    }
    return new YamlMap(place(mapping), values, places);
  }

  private String scalar(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw place(node).problem("a key is a single value");
    }
    if (node.getTag().equals(Tag.NULL)) {
      throw place(node).problem("a value is missing here");
    }
    return scalar.getValue();
  }

  private Place place(Node node) {
    return new Place(file, node.getStartMark().getLine() + 1);
  }
}
