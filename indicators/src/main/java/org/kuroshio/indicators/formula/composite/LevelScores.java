package org.kuroshio.indicators.formula.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.kuroshio.indicators.exact.Rational;

/** Means of the levels, worked out from the members upwards, one region at a time. */
final class LevelScores {

  private final Rational leastCoverage;
  private final Map<String, SortedMap<String, Score>> scores;

  /**
   * @param scores by id, then region; those of the members are read, those of the levels written
   */
  LevelScores(Rational leastCoverage, Map<String, SortedMap<String, Score>> scores) {
    this.leastCoverage = leastCoverage;
    this.scores = scores;
  }

  /** The region's score in that part, after those of everything below it. */
  Score fill(Component part, String region) {
    if (!(part instanceof Level level)) {
      return scores.get(part.id()).get(region);
    }
    List<Component> present = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (Component below : level.parts()) {
      fill(below, region)
          .number()
          .ifPresentOrElse(
              number -> {
                present.add(below);
                values.add(number);
              },
              () -> lacking.add(below.id()));
    }
    Score score =
        isEnough(present, level)
            ? new Score.Value(level.aggregation().mean(array(values), weights(present)))
            : new Score.Missing(Score.Reason.LOW_COVERAGE, lacking);
    scores.get(level.id()).put(region, score);
    return score;
  }

  private boolean isEnough(List<Component> present, Level level) {
    Rational needed = total(level.parts()).multiply(leastCoverage);
    return !present.isEmpty() && total(present).compareTo(needed) >= 0;
  }

  private static Rational total(List<Component> parts) {
    return parts.stream().map(Component::weight).reduce(Rational.ZERO, Rational::add);
  }

  private static double[] weights(List<Component> parts) {
    return parts.stream().mapToDouble(part -> part.weight().doubleValue()).toArray();
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
