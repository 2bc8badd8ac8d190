package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.exact.Rational;

/**
 * Facts of the reference stream behind a number: a population, a published figure, a coverage.
 *
 * @param role what they are to the number: `denominator`, `published figure`, `coverage`
 * @param words what they say, for people
 * @param value their number, where they have one
 */
public record Cited(
    String role, String words, Optional<Rational> value, List<Contributor> entities) {
  public Cited {
    entities = List.copyOf(entities);
  }
}
