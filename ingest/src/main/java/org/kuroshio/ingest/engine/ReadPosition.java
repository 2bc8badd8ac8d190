package org.kuroshio.ingest.engine;

import java.util.Map;

/**
 * How far a content was read.
 *
 * @param records source records read from its beginning, whatever became of them
 * @param complete whether there is nothing after them
 */
public record ReadPosition(long records, boolean complete) {
  public static final ReadPosition START = new ReadPosition(0, false);

  /** Raised when the map's meaning changes; older ones stay readable. */
  private static final long FORMAT = 1;

  public ReadPosition {
    if (records < 0) {
      throw new IllegalArgumentException("records must be 0 or more, was " + records);
    }
  }

  public Map<String, Object> toMap() {
    return Map.of("format", FORMAT, "records", records, "complete", complete);
  }

  /**
   * @throws IllegalArgumentException if the map is not what {@link #toMap} has ever made; the
   *     message says why
   */
  public static ReadPosition fromMap(Map<String, ?> map) {
    if (number(map, "format") != FORMAT) {
      throw new IllegalArgumentException(
          "'format' of a read position must be " + FORMAT + ", was " + map.get("format"));
    }
    if (!(map.get("complete") instanceof Boolean complete)) {
      throw new IllegalArgumentException(
          "'complete' of a read position must be true or false, was " + map.get("complete"));
    }
    if (map.size() != toMapSize()) {
      throw new IllegalArgumentException(
          "a read position has the keys format, records and complete, was " + map.keySet());
    }
    return new ReadPosition(number(map, "records"), complete);
  }

  private static int toMapSize() {
    return START.toMap().size();
  }

  private static long number(Map<String, ?> map, String key) {
    // Connect's JSON gives back small longs as Integer or Long, as it likes
    if (map.get(key) instanceof Long || map.get(key) instanceof Integer) {
      return ((Number) map.get(key)).longValue();
    }
    throw new IllegalArgumentException(
        "'" + key + "' of a read position must be a whole number, was " + map.get(key));
  }
}
