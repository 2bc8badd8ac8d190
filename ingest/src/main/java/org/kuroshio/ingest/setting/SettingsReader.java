package org.kuroshio.ingest.setting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.schemas.yaml.YamlList;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code settings} and puts the values of those that are no secret into a definition. */
public final class SettingsReader {
  static final Pattern HOLE = Pattern.compile("\\$\\{settings\\.([^}]*)}");
  private static final String NOUN = "settings";
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

  private SettingsReader() {}

  public static List<Setting> read(YamlMap top) {
    List<Setting> settings = new ArrayList<>();
    Optional<YamlNode> noun = top.find(NOUN);
    if (noun.isEmpty()) {
      return settings;
    }
    noun.get().asMap().values().forEach((name, node) -> settings.add(setting(name, node.asMap())));
    return settings;
  }

  private static Setting setting(String name, YamlMap map) {
    map.only(List.of("doc", "default", "secret"));
    if (!NAME.matcher(name).matches()) {
      throw map.place()
          .problem("a setting's name is letters and digits like pageSize, was '" + name + "'");
    }
    return map.place()
        .checked(
            () ->
                new Setting(
                    name,
                    map.place(),
                    map.text("doc"),
                    map.find("default").map(node -> node.asText().value()),
                    map.flag("secret", false)));
  }

  /** The settings with the given values in place of their defaults. */
  public static List<Setting> given(List<Setting> settings, Map<String, String> given) {
    return settings.stream()
        .map(setting -> setting.secret() ? setting : setting.or(given.get(setting.name())))
        .toList();
  }

  /**
   * The definition with every <code>${settings.x}</code> replaced whose value is known and no
   * secret.
   *
   * @throws org.kuroshio.schemas.yaml.DefinitionException for a hole that names no setting
   */
  public static YamlMap filled(YamlMap top, List<Setting> settings) {
    Map<String, Optional<String>> known = new HashMap<>();
    for (Setting setting : settings) {
      known.put(setting.name(), setting.otherwise());
    }
    Map<String, YamlNode> values = new LinkedHashMap<>();
    top.values()
        .forEach((key, node) -> values.put(key, key.equals(NOUN) ? node : filled(node, known)));
    return new YamlMap(top.place(), values, top.keyPlaces());
  }

  private static YamlNode filled(YamlNode node, Map<String, Optional<String>> known) {
    if (node instanceof YamlMap map) {
      Map<String, YamlNode> values = new LinkedHashMap<>();
      map.values().forEach((key, value) -> values.put(key, filled(value, known)));
      return new YamlMap(map.place(), values, map.keyPlaces());
    }
    if (node instanceof YamlList list) {
      return new YamlList(
          list.place(), list.items().stream().map(item -> filled(item, known)).toList());
    }
    return filled(node.asText(), known);
  }

  private static YamlText filled(YamlText text, Map<String, Optional<String>> known) {
    Matcher hole = HOLE.matcher(text.value());
    StringBuilder filled = new StringBuilder();
    while (hole.find()) {
      Optional<String> value = known.get(hole.group(1));
      if (value == null) {
        throw text.place()
            .problem(
                "no setting is called '" + hole.group(1) + "'; 'settings' has " + known.keySet());
      }
      hole.appendReplacement(filled, Matcher.quoteReplacement(value.orElse(hole.group())));
    }
    return new YamlText(text.place(), hole.appendTail(filled).toString());
  }
}
