package org.kuroshio.indicators.alert.reconciliation;

import java.util.Comparator;
import java.util.Map;
import org.kuroshio.indicators.exact.Rational;

/**
 * What would explain a figure exactly.
 *
 * @param kind one word: {@code digit-replaced}, {@code other-cell}, {@code cut-off}, ...
 * @param changes in how many parts what is supposed differs from what was said: the fewer, the
 *     likelier
 * @param distance of the supposed value from the figure
 * @param sentence by language
 */
record Hypothesis(String kind, int changes, Rational distance, Map<String, String> sentence) {
  /** Likelier first; a fixed order among equals. */
  static final Comparator<Hypothesis> LIKELIER =
      Comparator.comparingInt(Hypothesis::changes)
          .thenComparing(Hypothesis::distance)
          .thenComparing(h -> h.sentence().get("en"));

  Hypothesis {
    sentence = Map.copyOf(sentence);
  }

  String in(String language) {
    return sentence.getOrDefault(language, sentence.get("en"));
  }
}
