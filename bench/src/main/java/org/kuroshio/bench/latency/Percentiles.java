package org.kuroshio.bench.latency;

import java.util.Arrays;

/** Percentiles of all values; keeps them all. */
public final class Percentiles {
  private double[] values = new double[1024];
  private int count;

  void add(double value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = value;
  }

  public int count() {
    return count;
  }

  /**
   * @param percent 0 to 100, of the values that are at most so large
   * @return NaN where there is no value
   */
  public double at(double percent) {
    if (count == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100 * count);
    return sorted[Math.max(0, rank - 1)];
  }
}
