package org.kuroshio.indicators.formula.composite;

import java.util.Arrays;
import org.kuroshio.indicators.formula.Direction;

/**
 * How the values of one member over the set of regions become scores that can be added to those of
 * another.
 */
public sealed interface Normalisation {

  /**
   * Scores in the order of the values; higher is better whatever the direction.
   *
   * @param values at least two of them different
   */
  double[] scores(double[] values, Direction direction);

  /** Whether a score can be below zero, so that a geometric mean has no meaning. */
  boolean mayBeNegative();

  /**
   * The worst value scores {@code low}, the best {@code high}, the others in proportion; units
   * don't matter.
   *
   * @param low less than {@code high}
   */
  record MinMax(double low, double high) implements Normalisation {

    public MinMax {
      checkBounds(low, high);
    }

    @Override
    public double[] scores(double[] values, Direction direction) {
      double minimum = Arrays.stream(values).min().orElseThrow();
      double maximum = Arrays.stream(values).max().orElseThrow();
      double range = maximum - minimum;
      return Arrays.stream(values)
          .map(value -> direction == Direction.HIGHEST_FIRST ? value - minimum : maximum - value)
          .map(distance -> distance / range * (high - low) + low)
          .toArray();
    }

    @Override
    public boolean mayBeNegative() {
      return low < 0;
    }
  }

  /**
   * Distance from the mean in standard deviations of the set, which is all there is and not a
   * sample.
   */
  record ZScore() implements Normalisation {

    @Override
    public double[] scores(double[] values, Direction direction) {
      double mean = Arrays.stream(values).reduce(0, Double::sum) / values.length;
      double squares =
          Arrays.stream(values).reduce(0, (sum, value) -> sum + (value - mean) * (value - mean));
      double deviation = StrictMath.sqrt(squares / values.length);
      double sign = direction == Direction.HIGHEST_FIRST ? 1 : -1;
      return Arrays.stream(values).map(value -> sign * (value - mean) / deviation).toArray();
    }

    @Override
    public boolean mayBeNegative() {
      return true;
    }
  }

  /**
   * The place among the values: the worst {@code low}, the best {@code high}, in equal steps; equal
   * values share the middle of their places.
   *
   * @param low less than {@code high}
   */
  record Rank(double low, double high) implements Normalisation {

    public Rank {
      checkBounds(low, high);
    }

    @Override
    public double[] scores(double[] values, Direction direction) {
      double[] scores = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        int worse = 0;
        int equal = 0;
        for (double other : values) {
          int order = Double.compare(values[i] + 0.0, other + 0.0);
          equal += order == 0 ? 1 : 0;
          worse += (direction == Direction.HIGHEST_FIRST ? order > 0 : order < 0) ? 1 : 0;
        }
        double place = worse + (equal - 1) / 2.0;
        scores[i] = place / (values.length - 1) * (high - low) + low;
      }
      return scores;
    }

    @Override
    public boolean mayBeNegative() {
      return low < 0;
    }
  }

  private static void checkBounds(double low, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
      throw new IllegalArgumentException(
          "scores run from a lower to a higher number, not from " + low + " to " + high);
    }
  }
}
