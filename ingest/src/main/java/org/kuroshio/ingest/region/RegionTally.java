package org.kuroshio.ingest.region;

/** Told of every place that stayed unknown, on the mapping thread. */
public interface RegionTally {
  RegionTally NONE = reason -> {};

  /**
   * @param reason one word: {@code no-prefecture}, {@code unknown-address}, {@code no-city}, {@code
   *     unknown-city}, {@code ambiguous-city}, {@code no-institution}, {@code unknown-institution},
   *     {@code no-state}, {@code no-country} or {@code other-country}
   */
  void unknown(String reason);
}
