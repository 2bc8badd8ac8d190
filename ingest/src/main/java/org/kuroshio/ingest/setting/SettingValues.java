package org.kuroshio.ingest.setting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a source's settings. Immutable; shows none of them. */
public final class SettingValues {
  public static final SettingValues NONE = new SettingValues(Map.of(), List.of());

  private final Map<String, String> values;
  private final List<String> secrets;

  private SettingValues(Map<String, String> values, List<String> secrets) {
    this.values = Map.copyOf(values);
    this.secrets = List.copyOf(secrets);
  }

  /**
   * @param given by name; defaults stand for what is not there
   * @throws MissingSettingException if one is missing that has no default; names all of them
   */
  public static SettingValues of(String source, List<Setting> settings, Map<String, String> given) {
    Map<String, String> values = new HashMap<>();
    List<String> secrets = new ArrayList<>();
    List<Setting> missing = new ArrayList<>();
    for (Setting setting : settings) {
      String value = given.getOrDefault(setting.name(), setting.otherwise().orElse(""));
      if (value.isBlank() && setting.otherwise().isEmpty()) {
        missing.add(setting);
      }
      values.put(setting.name(), value.strip());
      if (setting.secret()) {
        secrets.add(value.strip());
      }
    }
    if (!missing.isEmpty()) {
      throw new MissingSettingException(source, missing);
    }
    return new SettingValues(values, secrets);
  }

  /** What the environment says about a source's settings. */
  public static Map<String, String> fromEnvironment(
      String source, List<Setting> settings, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (Setting setting : settings) {
      String value = environment.get(setting.variable(source));
      if (value != null) {
        given.put(setting.name(), value);
      }
    }
    return given;
  }

  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** What must never be shown. */
  public List<String> secrets() {
    return secrets;
  }

  @Override
  public String toString() {
    return "values of " + values.keySet();
  }
}
