package org.kuroshio.serve.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kuroshio.schemas.yaml.Nearest;
import org.kuroshio.serve.answer.Language;

/** The parameters of one request, each refused in words where it can't be meant. */
final class Question {
  private static final int LONGEST = 4_000;

  private final Context context;

  /**
   * @param names that may be given; another one is a slip that would go unseen
   */
  Question(Context context, String... names) {
    this.context = context;
    Set<String> known = new TreeSet<>(List.of(names));
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw ProblemException.badQuestion(
                    "there is no parameter '%s'%s; this address takes %s"
                        .formatted(shortened(name), Nearest.hint(name, known), known));
              }
              if (values.size() > 1) {
                throw ProblemException.badQuestion(
                    "the parameter '%s' is given %d times; several values are separated by commas"
                        .formatted(name, values.size()));
              }
              if (values.get(0).length() > LONGEST) {
                throw ProblemException.badQuestion(
                    "the parameter '%s' has more than %d letters".formatted(name, LONGEST));
              }
            });
  }

  /** Empty where it is not given, or given as nothing. */
  Optional<String> text(String name) {
    return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () -> ProblemException.badQuestion("the parameter '%s' is missing".formatted(name)));
  }

  /** Values separated by commas; none where it is not given. */
  List<String> list(String name) {
    List<String> values = new ArrayList<>();
    text(name)
        .ifPresent(
            text -> {
              for (String value : text.split(",", -1)) {
                values.add(value.strip());
              }
            });
    return values;
  }

  int number(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same words as for a number that is out of bounds
    }
    throw ProblemException.badQuestion(
        "the parameter '%s' is a number from %d to %d, was '%s'"
            .formatted(name, least, most, shortened(text.get())));
  }

  boolean flag(String name) {
    return word(name, "false", List.of("true", "false")).equals("true");
  }

  String word(String name, String otherwise, List<String> words) {
    String word = text(name).orElse(otherwise);
    if (!words.contains(word)) {
      throw ProblemException.badQuestion(
          "the parameter '%s' is one of %s, was '%s'".formatted(name, words, shortened(word)));
    }
    return word;
  }

  /** Values of an enumeration, separated by commas, in capitals or not. */
  <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
    Set<E> words = new TreeSet<>();
    for (String text : list(name)) {
      words.add(oneOf(name, text, type));
    }
    return words;
  }

  <E extends Enum<E>> E oneOf(String name, String text, Class<E> type) {
    for (E word : type.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(text)) {
        return word;
      }
    }
    throw ProblemException.badQuestion(
        "the parameter '%s' takes %s, was '%s'"
            .formatted(name, List.of(type.getEnumConstants()), shortened(text)));
  }

  /** By the parameter `lang`, else by what the caller's browser prefers. */
  Language language() {
    Optional<String> asked = text("lang");
    if (asked.isEmpty()) {
      return Language.accepted(context.header("Accept-Language"));
    }
    return Language.named(asked.get())
        .orElseThrow(
            () ->
                ProblemException.badQuestion(
                    "the parameter 'lang' is one of [en, ja, zh], was '%s'"
                        .formatted(shortened(asked.get()))));
  }

  /** What stands in an answer must not be as long as a caller likes. */
  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}
