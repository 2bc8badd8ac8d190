package org.kuroshio.bench.work;

/**
 * Which work is done. Equal workloads have equal events, in the same order.
 *
 * @param seed of everything that is drawn
 * @param entities different ids; with corrections, old versions and duplicates there are 1.3 times
 *     as many events
 * @param countries 1: Japan; 2: the United States too; 3: China too
 * @param copies how many times the twelve indicators are asked for
 */
public record Workload(long seed, int entities, int countries, int copies) {
  public static final long USUAL_SEED = 20260401;

  public Workload {
    if (entities < 1) {
      throw new IllegalArgumentException("entities must be at least 1, was " + entities);
    }
    if (countries < 1 || countries > 3) {
      throw new IllegalArgumentException("countries must be 1 to 3, was " + countries);
    }
    if (copies < 1) {
      throw new IllegalArgumentException("copies must be at least 1, was " + copies);
    }
  }

  /** Japan, the twelve indicators. */
  public static Workload of(int entities) {
    return new Workload(USUAL_SEED, entities, 1, 1);
  }
}
