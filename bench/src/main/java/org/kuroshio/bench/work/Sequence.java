package org.kuroshio.bench.work;

import java.util.SplittableRandom;

/**
 * The order of events: new entities, and between them corrections (a fifth of the entities),
 * versions that come after a later one and duplicates (a twentieth each).
 */
public final class Sequence {
  static final long FIRST_VERSION = 10;

  private static final int NEW = 100;
  private static final int CORRECTIONS = 20;
  private static final int OLD = 5;
  private static final int DUPLICATES = 5;
  private static final int ALL = NEW + CORRECTIONS + OLD + DUPLICATES;

  private final Workload workload;

  /** Takes what is sent, in order. */
  public interface Sink {
    void event(int entity, long version);
  }

  public Sequence(Workload workload) {
    this.workload = workload;
  }

  /**
   * Hands over every event.
   *
   * @return the latest version of each entity
   */
  public int[] run(Sink sink) {
    SplittableRandom random = new SplittableRandom(workload.seed());
    int[] latest = new int[workload.entities()];
    int known = 0;
    while (known < latest.length) {
      int choice = known == 0 ? 0 : random.nextInt(ALL);
      if (choice < NEW) {
        latest[known] = (int) FIRST_VERSION;
        sink.event(known, FIRST_VERSION);
        known++;
        continue;
      }
      int entity = random.nextInt(known);
      if (choice < NEW + CORRECTIONS) {
        latest[entity] += 10;
        sink.event(entity, latest[entity]);
      } else if (choice < NEW + CORRECTIONS + OLD) {
        sink.event(entity, latest[entity] - 5);
      } else {
        sink.event(entity, latest[entity]);
      }
    }
    return latest;
  }
}
