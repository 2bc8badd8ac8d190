package org.kuroshio.ingest.connect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.kuroshio.schemas.yaml.Nearest;

/**
 * What Connect's validate endpoint answers: one error for each wrong key, whether its value is
 * wrong by itself, in the world, or the key is no key at all.
 */
final class SettingsAnswer {
  /** Keys that are ours; all others are Connect's, a converter's or a transformation's. */
  private static final String OURS = "kuroshio.";

  private final Map<String, ConfigValue> values = new LinkedHashMap<>();

  /** Begins with what a definition alone can tell. */
  static SettingsAnswer of(ConfigDef definition, Map<String, String> given) {
    SettingsAnswer answer = new SettingsAnswer();
    definition.validate(given).forEach(value -> answer.values.put(value.name(), once(value)));
    Collection<String> known = definition.names().stream().sorted().toList();
    given.forEach(
        (key, value) -> {
          if (key.startsWith(OURS) && !definition.names().contains(key)) {
            answer.values.put(key, unknown(key, value, known));
          }
        });
    return answer;
  }

  /** Kafka says of a value of the wrong type that it is missing, too. */
  private static ConfigValue once(ConfigValue value) {
    return new ConfigValue(
        value.name(),
        value.value(),
        value.recommendedValues(),
        value.errorMessages().stream().limit(1).toList());
  }

  private static ConfigValue unknown(String key, String value, Collection<String> known) {
    List<String> errors = List.of("unknown key '" + key + "'" + Nearest.hint(key, known));
    return new ConfigValue(key, value, List.of(), errors);
  }

  /** Whether nothing is known against the key's value. */
  boolean accepts(String key) {
    return values.get(key).errorMessages().isEmpty();
  }

  /** Adds what was found out about a key that is right in form. */
  void refuse(String key, String why) {
    ConfigValue value = values.get(key);
    List<String> errors = List.of("Invalid value for configuration " + key + ": " + why);
    values.put(key, new ConfigValue(key, value.value(), value.recommendedValues(), errors));
  }

  Config config() {
    return new Config(new ArrayList<>(values.values()));
  }
}
