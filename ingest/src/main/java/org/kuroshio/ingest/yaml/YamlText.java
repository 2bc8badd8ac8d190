package org.kuroshio.ingest.yaml;

import java.util.List;

/** A scalar as written: numbers and booleans stay text until somebody asks. */
public record YamlText(Place place, String value) implements YamlNode {
  @Override
  public String kind() {
    return "the value '" + value + "'";
  }

  @Override
  public YamlText asText() {
    return this;
  }

  @Override
  public YamlList asList() {
    return new YamlList(place, List.of(this));
  }

  public boolean asBoolean() {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw place.problem("expected true or false, found '" + value + "'");
    };
  }
}
