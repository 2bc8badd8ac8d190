package org.kuroshio.standalone.installation;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;

/** Durations as ISO 8601 writes them. */
final class Durations {
  private Durations() {}

  static Duration of(YamlMap map, String key, Duration otherwise) {
    return map.find(key).map(Durations::of).orElse(otherwise);
  }

  private static Duration of(YamlNode node) {
    try {
      return Duration.parse(node.text());
    } catch (DateTimeParseException e) {
      throw node.problem("expected a duration as PT0.5S or PT2M, found '" + node.text() + "'");
    }
  }
}
