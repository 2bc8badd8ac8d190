package org.kuroshio.indicators.alert.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kuroshio.schemas.yaml.YamlNode;

/** Texts by language; English must be there. */
final class Languages {
  private static final Set<String> ALL = Set.of("en", "ja", "zh");

  private Languages() {}

  static Map<String, String> read(YamlNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.asMap().only(ALL).values().forEach((language, text) -> texts.put(language, text.text()));
    if (!texts.containsKey("en")) {
      throw node.problem("the text in English, 'en', is missing");
    }
    return texts;
  }
}
