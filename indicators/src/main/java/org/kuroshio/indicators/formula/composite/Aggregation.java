package org.kuroshio.indicators.formula.composite;

/** How the parts of a level make one number; weights are divided by their sum first. */
public enum Aggregation {
  /** The weighted mean: strength in one part makes up for weakness in another. */
  ARITHMETIC {
    @Override
    double mean(double[] values, double[] weights) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += weights[i] * values[i];
      }
      return sum / total(weights);
    }
  },

  /** The weighted product: it does so less, and a part of zero makes zero of the whole. */
  GEOMETRIC {
    @Override
    double mean(double[] values, double[] weights) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += weights[i] * StrictMath.log(values[i]);
      }
      return StrictMath.exp(sum / total(weights));
    }
  };

  abstract double mean(double[] values, double[] weights);

  private static double total(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }
}
