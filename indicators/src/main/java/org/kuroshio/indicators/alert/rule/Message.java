package org.kuroshio.indicators.alert.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlNode;

/**
 * What an alert says, by language, with values in braces.
 *
 * @param texts by language: en, ja, zh
 */
public record Message(Map<String, String> texts) {
  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)\\}");

  /** Fills in what depends on the language. */
  public interface Words {
    /** The value of that name in that language; null where there is none. */
    String word(String name, String language);
  }

  public Message {
    texts = Map.copyOf(texts);
  }

  /** Refuses a name that the kind of test has no value for. */
  static Message read(YamlNode node, TestKind kind) {
    Map<String, String> texts = new LinkedHashMap<>();
    Languages.read(node)
        .forEach(
            (language, text) -> {
              Matcher names = NAME.matcher(text);
              while (names.find()) {
                if (!kind.values().contains(names.group(1))) {
                  throw node.problem(
                      "a message of the test '%s' has no value {%s}%s"
                          .formatted(
                              kind.word(),
                              names.group(1),
                              Nearest.hint(names.group(1), kind.values())));
                }
              }
              texts.put(language, text);
            });
    return new Message(texts);
  }

  /** One sentence by language; a value that is not known is shown as {@code ?}. */
  public Map<String, String> filled(Words words) {
    Map<String, String> filled = new TreeMap<>();
    texts.forEach(
        (language, text) ->
            filled.put(
                language,
                NAME.matcher(text)
                    .replaceAll(
                        match -> {
                          String word = words.word(match.group(1), language);
                          return Matcher.quoteReplacement(word == null ? "?" : word);
                        })));
    return filled;
  }

  /** As {@link #filled(Words)}, with words that are the same in every language. */
  public Map<String, String> filled(Map<String, String> values) {
    return filled((name, language) -> values.get(name));
  }
}
