package org.kuroshio.indicators.formula.composite;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.kuroshio.indicators.exact.Rational;

/**
 * What an index is made of.
 *
 * @param index the top level
 * @param leastCoverage the share of a level's weight, 0 to 1, that its parts with a value must have
 *     between them; below it the level has no value, at or above it the missing parts are left out
 * @param rankDecimals how many decimals of the scores ranks are made on, 0 to 15, where they are
 *     published rounded; empty for all that is printed, 12 significant digits
 */
public record CompositeSpec(
    Level index, Normalisation normalisation, Rational leastCoverage, OptionalInt rankDecimals) {

  /** Three quarters, the rule of the European Innovation Scoreboard. */
  public static final Rational USUAL_COVERAGE = Rational.of(3, 4);

  public CompositeSpec {
    Objects.requireNonNull(normalisation, "normalisation");
    if (leastCoverage.signum() < 0 || leastCoverage.compareTo(Rational.ONE) > 0) {
      throw new IllegalArgumentException(
          "the least coverage is a share from 0 to 1, was " + leastCoverage.exactText());
    }
    if (rankDecimals.orElse(0) < 0 || rankDecimals.orElse(0) > 15) {
      throw new IllegalArgumentException(
          "ranks are made on 0 to 15 decimals, not on " + rankDecimals.getAsInt());
    }
    Set<String> ids = new HashSet<>();
    index
        .all()
        .forEach(
            part -> {
              if (!ids.add(part.id())) {
                throw new IllegalArgumentException(
                    "'" + part.id() + "' stands twice in the composite '" + index.id() + "'");
              }
              if (normalisation.mayBeNegative()
                  && part instanceof Level level
                  && level.aggregation() == Aggregation.GEOMETRIC) {
                throw new IllegalArgumentException(
                    "the level '"
                        + part.id()
                        + "' is a geometric mean, but these scores can be negative; use min-max or"
                        + " rank from 0");
              }
            });
  }

  /** With the usual rule for missing values and ranks on what is printed. */
  public CompositeSpec(Level index, Normalisation normalisation) {
    this(index, normalisation, USUAL_COVERAGE, OptionalInt.empty());
  }

  public CompositeSpec(Level index, Normalisation normalisation, Rational leastCoverage) {
    this(index, normalisation, leastCoverage, OptionalInt.empty());
  }

  /** In the order of the tree. */
  public List<Member> members() {
    return index.all().filter(Member.class::isInstance).map(Member.class::cast).toList();
  }

  CompositeSpec with(Level otherIndex) {
    return new CompositeSpec(otherIndex, normalisation, leastCoverage, rankDecimals);
  }

  static void checkPart(String id, Rational weight) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a part of a composite needs an id");
    }
    if (weight.signum() <= 0) {
      throw new IllegalArgumentException(
          "the weight of '" + id + "' must be greater than zero, was " + weight.exactText());
    }
  }
}
