package org.kuroshio.ingest.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.kuroshio.ingest.setting.Setting;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.source.UnknownSourceException;
import org.kuroshio.schemas.yaml.DefinitionException;
import org.kuroshio.schemas.yaml.Nearest;

/** Says of each setting of a source what is wrong with it, without showing its value. */
final class SettingCheck {
  private final Map<String, String> given;
  private final List<ConfigValue> values;

  private SettingCheck(List<ConfigValue> values, Map<String, String> given) {
    this.values = new ArrayList<>(values);
    this.given = given;
  }

  /**
   * @param values of the keys that every source has
   */
  static List<ConfigValue> with(List<ConfigValue> values, Map<String, String> given) {
    SettingCheck check = new SettingCheck(values, given);
    String source = given.getOrDefault(SourceConfig.SOURCE, "");
    if (!source.isBlank()) {
      check.source(source);
    }
    return check.values;
  }

  private void source(String name) {
    try {
      SourceDefinition declared = SourceDefinitions.find(name);
      Map<String, String> set =
          new HashMap<>(
              SettingValues.fromEnvironment(declared.name(), declared.settings(), System.getenv()));
      given.forEach(
          (key, value) -> {
            if (key.startsWith(HttpSourceConfig.SETTING)) {
              set.put(key.substring(HttpSourceConfig.SETTING.length()), value);
            }
          });
      settings(declared, set);
      if (!(declared.transport() instanceof HttpTransport)) {
        wrong(SourceConfig.SOURCE, "is read from files; FileSourceConnector does that");
      }
      SourceDefinitions.find(name, set);
    } catch (DefinitionException | UnknownSourceException e) {
      wrong(SourceConfig.SOURCE, e.getMessage());
    }
  }

  private void settings(SourceDefinition declared, Map<String, String> set) {
    List<String> names = declared.settings().stream().map(Setting::name).toList();
    set.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                wrong(
                    HttpSourceConfig.SETTING + name,
                    "source '"
                        + declared.name()
                        + "' has no setting '"
                        + name
                        + "'"
                        + Nearest.hint(name, names)));
    for (Setting setting : declared.settings()) {
      if (setting.otherwise().isEmpty() && set.getOrDefault(setting.name(), "").isBlank()) {
        wrong(
            HttpSourceConfig.SETTING + setting.name(),
            "is missing: "
                + setting.doc().strip()
                + (setting.secret() ? " Give a reference like ${env:NAME}." : ""));
      }
    }
  }

  private void wrong(String key, String what) {
    ConfigValue value =
        values.stream()
            .filter(known -> known.name().equals(key))
            .findFirst()
            .orElseGet(
                () -> {
                  ConfigValue added = new ConfigValue(key);
                  values.add(added);
                  return added;
                });
    value.addErrorMessage(key + " " + what);
  }
}
