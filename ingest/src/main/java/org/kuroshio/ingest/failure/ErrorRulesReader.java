package org.kuroshio.ingest.failure;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.kuroshio.ingest.measure.Measures;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.schemas.yaml.YamlMap;
import org.kuroshio.schemas.yaml.YamlNode;
import org.kuroshio.schemas.yaml.YamlText;

/** Reads {@code errors}. */
public final class ErrorRulesReader {
  static final String RETRY_AFTER = "Retry-After";
  private static final List<String> CONDITIONS = List.of("status", "header", "at", "body");
  private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)");

  private ErrorRulesReader() {}

  public static List<ErrorRule> read(YamlNode node) {
    List<ErrorRule> rules = new ArrayList<>();
    for (YamlNode item : node.asList().items()) {
      List<String> known = new ArrayList<>(CONDITIONS);
      known.addAll(List.of("then", "wait", "attempts", "after"));
      YamlMap map = item.asMap().only(known);
      rules.add(map.place().checked(() -> rule(map)));
    }
    return rules;
  }

  /** A condition without a consequence, as {@code auth.oauth2.renewOn} lists them. */
  public static List<Condition> conditions(YamlNode node) {
    List<Condition> conditions = new ArrayList<>();
    for (YamlNode item : node.asList().items()) {
      YamlMap map = item.asMap().only(CONDITIONS);
      conditions.add(map.place().checked(() -> condition(map)));
    }
    return conditions;
  }

  private static ErrorRule rule(YamlMap map) {
    Optional<YamlNode> wait = map.find("wait");
    return new ErrorRule(
        condition(map),
        action(map.get("then").asText()),
        wait.flatMap(ErrorRulesReader::pause),
        wait.map(ErrorRulesReader::header).orElse(Optional.of(RETRY_AFTER)),
        map.find("attempts").map(node -> Measures.count(node, 1)),
        map.find("after").map(node -> action(node.asText())).orElse(Action.FAIL));
  }

  private static Optional<Duration> pause(YamlNode wait) {
    return wait instanceof YamlMap map
        ? map.only(List.of("header", "else")).find("else").map(Measures::duration)
        : Optional.of(Measures.duration(wait));
  }

  private static Optional<String> header(YamlNode wait) {
    return wait instanceof YamlMap map
        ? Optional.of(map.text("header", RETRY_AFTER))
        : Optional.empty();
  }

  private static Action action(YamlText text) {
    List<String> words = new ArrayList<>();
    for (Action action : Action.values()) {
      String word = action.name().toLowerCase(Locale.ROOT);
      if (word.equals(text.value())) {
        return action;
      }
      words.add(word);
    }
    throw text.place()
        .problem("unknown action '" + text.value() + "'" + Nearest.hint(text.value(), words));
  }

  private static Condition condition(YamlMap map) {
    List<Condition.StatusRange> statuses = new ArrayList<>();
    map.find("status")
        .ifPresent(node -> node.asList().items().forEach(item -> statuses.add(status(item))));
    Map<String, Pattern> headers = new LinkedHashMap<>();
    map.find("header")
        .ifPresent(
            node ->
                node.asMap().values().forEach((name, text) -> headers.put(name, pattern(text))));
    return new Condition(
        statuses,
        headers,
        map.find("at")
            .map(node -> node.place().checked(() -> JsonPointer.compile(node.asText().value()))),
        map.find("body").map(ErrorRulesReader::pattern));
  }

  private static Condition.StatusRange status(YamlNode node) {
    YamlText text = node.asText();
    Matcher status = STATUS.matcher(text.value());
    if (!status.matches()) {
      throw text.place()
          .problem("a status is a number like 404, or 5xx, was '" + text.value() + "'");
    }
    return new Condition.StatusRange(
        Integer.parseInt(text.value().replace("xx", "00")),
        Integer.parseInt(text.value().replace("xx", "99")));
  }

  private static Pattern pattern(YamlNode node) {
    YamlText text = node.asText();
    try {
      return Pattern.compile(text.value(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw text.place().problem("no regular expression: " + e.getDescription());
    }
  }
}
