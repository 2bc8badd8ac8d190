package org.kuroshio.standalone.simulation;

import java.util.List;
import java.util.Random;

/**
 * The dice of one simulation. On {@link Random}, whose sequence Java's specification fixes, so that
 * a seed means the same on every machine and in every release.
 */
final class Chance {
  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /** 0 to bound - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean percent(int of) {
    return random.nextInt(100) < of;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
