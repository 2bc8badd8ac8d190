package org.kuroshio.ingest.yaml;

/** A node of a YAML document with its line. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlText {
  Place place();

  /** What it is, for an error: {@code a list}. */
  String kind();

  default YamlMap asMap() {
    throw place().problem("expected keys with values here, found " + kind());
  }

  /** A single text counts as a list of one. */
  default YamlList asList() {
    throw place().problem("expected a list here, found " + kind());
  }

  default YamlText asText() {
    throw place().problem("expected a single value here, found " + kind());
  }
}
