package org.kuroshio.standalone.simulation;

/**
 * Which simulation, and how fast it is sent.
 *
 * @param seed the same seed gives the same events
 * @param rate events a second; does not change what happens, only when it is known
 */
public record SimulationPlan(long seed, int rate) {
  public static final int HIGHEST_RATE = 100_000;

  public SimulationPlan {
    if (rate < 1 || rate > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "rate must be 1 to %d events a second, was %d".formatted(HIGHEST_RATE, rate));
    }
  }
}
