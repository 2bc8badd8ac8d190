package org.kuroshio.ingest.connect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.connect.errors.ConnectException;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.memory.RecordMemory;

/**
 * What an offset is kept for, in a source that is asked over HTTP.
 *
 * @param kind {@code position} (how far a unit was read), {@code memory} (which records were
 *     published lately), {@code quota} (requests of a day), or {@code record} (records that are not
 *     remembered: their position is the unit's)
 * @param bucket of the memory; empty for the others
 * @see "Decision 041"
 */
record LivePartition(String source, String unit, String kind, Optional<Integer> bucket) {
  private static final String POSITION = "position";
  private static final String MEMORY = "memory";
  private static final String QUOTA = "quota";
  private static final String RECORD = "record";
  private static final String HASHES = "hashes";
  private static final long FORMAT = 1;

  /** The offset of records that are not remembered: it says nothing. */
  static final Map<String, Object> RECORDS = Map.of("format", FORMAT);

  static LivePartition position(String source, String unit) {
    return new LivePartition(source, unit, POSITION, Optional.empty());
  }

  static LivePartition memory(String source, String unit, int bucket) {
    return new LivePartition(source, unit, MEMORY, Optional.of(bucket));
  }

  static LivePartition quota(String source, String unit) {
    return new LivePartition(source, unit, QUOTA, Optional.empty());
  }

  static LivePartition records(String source, String unit) {
    return new LivePartition(source, unit, RECORD, Optional.empty());
  }

  /** In the order of a plain HashMap, as {@link ContentPartition#toMap} says why. */
  Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put("source", source);
    map.put("unit", unit);
    map.put("kind", kind);
    bucket.ifPresent(number -> map.put("bucket", String.valueOf(number)));
    return map;
  }

  static Map<String, Object> memoryOffset(RecordMemory memory, int bucket) {
    return Map.of("format", FORMAT, HASHES, memory.toText(bucket));
  }

  static String hashes(Map<String, ?> offset) {
    return String.valueOf(offset.get(HASHES));
  }

  static Map<String, Object> quotaOffset(DayQuota.Spent spent) {
    Map<String, Object> map = new TreeMap<>();
    map.put("format", FORMAT);
    map.put("day", spent.day().toString());
    map.put("requests", spent.requests());
    return map;
  }

  /**
   * @throws IllegalArgumentException if the offset is none of ours
   */
  static DayQuota.Spent quota(Map<String, ?> offset) {
    try {
      LocalDate day = LocalDate.parse(String.valueOf(offset.get("day")));
      if (offset.get("requests") instanceof Number requests && requests.longValue() >= 0) {
        return new DayQuota.Spent(day, requests.longValue());
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "requests of a day are {\"format\": 1, \"day\": \"2026-01-31\", \"requests\": 17}, was "
            + offset);
  }

  /**
   * Checks what an operator wants stored in place of an offset.
   *
   * @param offset null forgets it, and is allowed for any partition
   * @throws ConnectException if our tasks could not read it
   */
  static void check(Map<String, ?> partition, Map<String, ?> offset) {
    if (offset == null) {
      return;
    }
    if (partition == null
        || !(partition.get("source") instanceof String)
        || !(partition.get("unit") instanceof String)) {
      throw new ConnectException(
          "a partition is {\"source\": name, \"unit\": name or \"\", \"kind\": \"position\"}, was "
              + partition);
    }
    try {
      checkOffset(String.valueOf(partition.get("kind")), offset);
    } catch (IllegalArgumentException e) {
      throw new ConnectException("offset of " + partition + ": " + e.getMessage(), e);
    }
  }

  private static void checkOffset(String kind, Map<String, ?> offset) {
    switch (kind) {
      case POSITION -> UnitPosition.fromMap(offset);
      case MEMORY -> RecordMemory.check(hashes(offset));
      case QUOTA -> quota(offset);
      case RECORD -> {
        // says nothing, so nothing can be wrong with it
      }
      default ->
          throw new IllegalArgumentException(
              "'kind' is position, memory, quota or record, was '" + kind + "'");
    }
  }
}
