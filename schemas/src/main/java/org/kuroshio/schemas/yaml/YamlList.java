package org.kuroshio.schemas.yaml;

import java.util.List;

/** A sequence. */
public record YamlList(Place place, List<YamlNode> items) implements YamlNode {
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "a list";
  }

  @Override
  public YamlList asList() {
    return this;
  }

  public List<String> texts() {
    return items.stream().map(YamlNode::text).toList();
  }
}
