package org.kuroshio.ingest.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code personal}. */
final class PersonalReader {
  private PersonalReader() {}

  static Personal read(YamlNode node) {
    if (node instanceof YamlText text && text.value().equals("none")) {
      return new NoPersonalData();
    }
    return new PersonalPaths(node.asList().items().stream().map(PersonalReader::path).toList());
  }

  private static PersonalPath path(YamlNode node) {
    if (node instanceof YamlText text) {
      return text.place().checked(() -> new PersonalPath(text.value(), Optional.empty()));
    }
    YamlMap map = node.asMap().only(List.of("path", "keep"));
    return map.place()
        .checked(() -> new PersonalPath(map.text("path"), Optional.of(pattern(map.text("keep")))));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'keep' is no pattern: " + e.getDescription() + " in '" + text + "'", e);
    }
  }
}
