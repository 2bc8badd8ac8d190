package org.kuroshio.bench.run;

/**
 * One system's run.
 *
 * @param events that it took
 * @param seconds from its first fetch to the last cell
 * @param cpuSeconds of its process in that time
 * @param peakBytes the most memory that its process had
 * @param writtenBytes what came into Kafka in its time
 * @param hash of its table; empty where it has none
 */
record Measured(
    Contender system,
    int threads,
    long events,
    double seconds,
    double cpuSeconds,
    long peakBytes,
    long writtenBytes,
    String hash) {
  double eventsPerSecond() {
    return events / seconds;
  }

  double cpuSecondsPerMillion() {
    return cpuSeconds * 1_000_000 / events;
  }

  double writtenBytesPerEvent() {
    return (double) writtenBytes / events;
  }
}
