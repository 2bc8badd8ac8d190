package org.kuroshio.ingest.region;

/** Told of every place that stayed unknown, on the mapping thread. */
public interface RegionTally {
  RegionTally NONE = reason -> {};

  /**
   * @param reason {@code no-prefecture}, {@code no-state}, {@code no-country} or {@code
   *     other-country}
   */
  void unknown(String reason);
}
