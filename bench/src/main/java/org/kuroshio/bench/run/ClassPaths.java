package org.kuroshio.bench.run;

/**
 * Flink's classes and ours can't be in one process: both bring RocksDB, in different versions.
 *
 * @param bench everything but Flink
 * @param flink everything but Kafka Streams
 */
record ClassPaths(String bench, String flink) {
  String of(Contender system) {
    return system.isFlink() ? flink : bench;
  }
}
