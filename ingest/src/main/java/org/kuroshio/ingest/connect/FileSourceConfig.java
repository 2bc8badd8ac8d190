package org.kuroshio.ingest.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** What a file source connector is told. Nobody else sees the map. */
final class FileSourceConfig extends SourceConfig {
  static final String INPUT = "kuroshio.input";

  static final ConfigDef DEFINITION =
      new ConfigDef(COMMON)
          .define(
              INPUT,
              Type.STRING,
              "",
              new ConfigDef.NonNullValidator(),
              Importance.HIGH,
              "Files, folders and globs, separated by commas, or as a JSON array where a name has a"
                  + " comma. Every worker must see the same files. Empty: the data that the source"
                  + " ships.");

  private final List<String> input;

  FileSourceConfig(Map<String, String> properties) {
    this(DEFINITION, properties);
  }

  FileSourceConfig(ConfigDef definition, Map<String, String> properties) {
    super(definition, properties);
    input = inputs(getString(INPUT));
  }

  /**
   * @throws ConfigException if it begins as a JSON array and is none
   */
  static List<String> inputs(String given) {
    String text = given.strip();
    if (!text.startsWith("[")) {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    }
    try {
      return List.of(new ObjectMapper().readValue(text, String[].class));
    } catch (JsonProcessingException e) {
      throw new ConfigException(INPUT, text, "begins with '[' but is no JSON array of texts");
    }
  }

  List<String> input() {
    return input;
  }
}
