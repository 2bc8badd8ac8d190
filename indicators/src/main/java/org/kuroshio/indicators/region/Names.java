package org.kuroshio.indicators.region;

import java.util.Map;
import java.util.Objects;

/** A name in several languages, by language code; there is always an English one. */
record Names(Map<String, String> byLanguage) {

  static final String FALLBACK = "en";

  Names {
    byLanguage = Map.copyOf(byLanguage);
    Objects.requireNonNull(byLanguage.get(FALLBACK), "an English name");
  }

  String in(String language) {
    return byLanguage.getOrDefault(language, byLanguage.get(FALLBACK));
  }

  boolean has(String name) {
    return byLanguage.values().stream().anyMatch(name::equalsIgnoreCase);
  }
}
