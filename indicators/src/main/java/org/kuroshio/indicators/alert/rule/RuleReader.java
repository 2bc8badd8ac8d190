package org.kuroshio.indicators.alert.rule;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlTree;

/** Reads files of rules. Every mistake is refused with file, line and what would be right. */
public final class RuleReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+");
  private static final Set<String> COMMON =
      Set.of("id", "severity", "titles", "description", "message", "pending", "test");

  private final Map<String, TestKind> kinds = new TreeMap<>();

  public RuleReader(List<TestKind> kinds) {
    kinds.forEach(kind -> this.kinds.put(kind.word(), kind));
  }

  /**
   * @throws org.kuroshio.schemas.yaml.DefinitionException for the first mistake
   */
  public List<AlertRule<?>> read(String fileName, String text) {
    YamlMap root = YamlTree.parse(fileName, text).asMap().only(Set.of("rules"));
    return root.get("rules").asList().items().stream()
        .map(YamlNode::asMap)
        .<AlertRule<?>>map(this::rule)
        .toList();
  }

  private AlertRule<Test> rule(YamlMap node) {
    YamlNode word = node.get("test");
    TestKind kind = kinds.get(word.text());
    if (kind == null) {
      throw word.problem(
          "there is no test '" + word.text() + "'" + Nearest.hint(word.text(), kinds.keySet()));
    }
    Set<String> keys = new HashSet<>(COMMON);
    keys.addAll(kind.keys());
    node.only(keys);
    return new AlertRule<>(
        id(node.get("id")),
        node.constant("severity", Severity.class),
        Languages.read(node.get("titles")),
        node.text("description"),
        Message.read(node.get("message"), kind),
        node.find("pending").map(RuleReader::duration).orElse(Duration.ZERO),
        kind.word(),
        kind.reader().read(node),
        node.place());
  }

  private static String id(YamlNode node) {
    if (!ID.matcher(node.text()).matches()) {
      throw node.problem(
          "an id has lower-case words with dots, as milestone.overdue; found '"
              + node.text()
              + "'");
    }
    return node.text();
  }

  /** An ISO 8601 duration, {@code P14D} or {@code PT2S}, not negative. */
  public static Duration duration(YamlNode node) {
    Optional<Duration> duration = parsed(node.text());
    return duration
        .filter(d -> !d.isNegative())
        .orElseThrow(
            () ->
                node.problem(
                    "expected a duration as P14D, PT6H or PT2S, found '" + node.text() + "'"));
  }

  private static Optional<Duration> parsed(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
