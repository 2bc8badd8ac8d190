package org.kuroshio.schemas.yaml;

/** A node of a YAML document with its line. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlText {
  Place place();

  /** What it is, for an error: {@code a list}. */
  String kind();

  default YamlMap asMap() {
    throw problem("expected keys with values here, found " + kind());
  }

  /** A single text counts as a list of one. */
  default YamlList asList() {
    throw problem("expected a list here, found " + kind());
  }

  default YamlText asText() {
    throw problem("expected a single value here, found " + kind());
  }

  /** The single value as written. */
  default String text() {
    return asText().value();
  }

  default DefinitionException problem(String what) {
    return place().problem(what);
  }
}
