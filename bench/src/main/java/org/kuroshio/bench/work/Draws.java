package org.kuroshio.bench.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Draws entities: the same number and version always give the same draft. Facts are dated in five
 * fiscal years of Japan.
 */
public final class Draws {
  private static final int FIRST_DAY = Math.toIntExact(LocalDate.of(2019, 4, 1).toEpochDay());
  private static final int DAYS =
      Math.toIntExact(LocalDate.of(2024, 4, 1).toEpochDay()) - FIRST_DAY;
  private static final int NEARBY_PERCENT = 80;

  private final long seed;
  private final Places places;

  public Draws(Workload workload) {
    this.seed = workload.seed();
    this.places = new Places(workload.countries());
  }

  EntityKind kind(int number) {
    return EntityKind.at(random(number, 0).nextInt(100));
  }

  public Draft draft(int number, long version) {
    SplittableRandom random = random(number, version);
    EntityKind kind = kind(number);
    int first = FIRST_DAY + random.nextInt(DAYS);
    int later = first + random.nextInt(DAYS);
    boolean happened =
        later < FIRST_DAY + DAYS && (kind != EntityKind.VENTURE || random.nextInt(3) == 0);
    String home = places.draw(random);
    List<String> leads = parties(home, kind == EntityKind.PATENT ? few(random) : 1, random);
    leads.set(0, home);
    int more =
        kind == EntityKind.PROJECT
            ? random.nextInt(4)
            : 1 + random.nextInt(kind == EntityKind.PATENT ? 4 : 2);
    return new Draft(
        kind,
        number,
        version,
        version > Sequence.FIRST_VERSION && random.nextInt(100) < 3,
        random.nextInt(100) < 60,
        first,
        happened ? OptionalInt.of(later) : OptionalInt.empty(),
        List.copyOf(leads),
        List.copyOf(parties(home, more, random)));
  }

  /** One mostly, two or three sometimes. */
  private static int few(SplittableRandom random) {
    int hundredth = random.nextInt(100);
    return hundredth < 75 ? 1 : hundredth < 95 ? 2 : 3;
  }

  /** Who works together mostly lives together. */
  private List<String> parties(String home, int count, SplittableRandom random) {
    List<String> regions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      regions.add(random.nextInt(100) < NEARBY_PERCENT ? home : places.draw(random));
    }
    return regions;
  }

  private SplittableRandom random(int number, long version) {
    return new SplittableRandom(
        seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L + version);
  }
}
