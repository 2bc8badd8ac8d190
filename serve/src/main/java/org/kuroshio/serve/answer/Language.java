package org.kuroshio.serve.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which language things are named. */
public enum Language {
  en,
  ja,
  zh;

  /** What is asked for by name; empty if there is no such language. */
  public static Optional<Language> named(String name) {
    for (Language language : values()) {
      if (language.name().equals(name)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /**
   * What suits best.
   *
   * @param accepted the header Accept-Language, or null; English also where it can't be read, as
   *     RFC 9110 leaves open
   */
  public static Language accepted(String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return en;
    }
    try {
      List<String> tags = List.of("en", "ja", "zh");
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(accepted), tags);
      return tag == null ? en : valueOf(tag);
    } catch (IllegalArgumentException e) {
      return en;
    }
  }
}
