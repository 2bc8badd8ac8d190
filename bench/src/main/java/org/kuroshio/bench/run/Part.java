package org.kuroshio.bench.run;

/** What a run can measure. */
enum Part {
  /** all systems side by side */
  PEERS,
  /** from publishing an event to seeing it */
  LATENCY,
  /** after a kill */
  RECOVERY,
  /** how cost grows with entities, regions and indicators */
  GROWTH,
  /** the hot functions by themselves, and memory of the index */
  HOT;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
