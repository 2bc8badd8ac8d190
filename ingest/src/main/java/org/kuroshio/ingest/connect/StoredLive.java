package org.kuroshio.ingest.connect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.cursor.UnitPosition;
import org.kuroshio.ingest.live.Unit;
import org.kuroshio.ingest.memory.RecordMemory;

/** What earlier tasks of a source have stored. */
final class StoredLive {
  private final OffsetStorageReader reader;
  private final String source;

  StoredLive(OffsetStorageReader reader, String source) {
    this.reader = reader;
    this.source = source;
  }

  /**
   * @throws ConnectException if what is stored is not ours
   */
  UnitPosition position(Unit unit) {
    Map<String, Object> offset = reader.offset(LivePartition.position(source, unit.name()).toMap());
    try {
      return offset == null ? UnitPosition.START : UnitPosition.fromMap(offset);
    } catch (IllegalArgumentException e) {
      throw new ConnectException(
          "the stored position of source '" + source + "' can't be read: " + e.getMessage(), e);
    }
  }

  /** Loads the memory, and says which buckets were found. */
  Map<Integer, Map<String, Object>> load(Unit unit, RecordMemory memory) {
    Map<Map<String, String>, Integer> asked = new HashMap<>();
    for (int bucket = 0; bucket < RecordMemory.BUCKETS; bucket++) {
      asked.put(LivePartition.memory(source, unit.name(), bucket).toMap(), bucket);
    }
    Map<Integer, Map<String, Object>> found = new HashMap<>();
    reader
        .offsets(asked.keySet())
        .forEach(
            (partition, offset) -> {
              if (offset != null) {
                int bucket = asked.get(partition);
                memory.load(bucket, LivePartition.hashes(offset));
                found.put(bucket, offset);
              }
            });
    return found;
  }

  DayQuota.SpentToday spent(List<Unit> units) {
    List<DayQuota.Spent> all = new ArrayList<>();
    List<Map<String, String>> partitions =
        units.stream().map(unit -> LivePartition.quota(source, unit.name()).toMap()).toList();
    reader
        .offsets(partitions)
        .values()
        .forEach(
            offset -> {
              if (offset != null) {
                all.add(LivePartition.quota(offset));
              }
            });
    return day -> on(day, all);
  }

  private static long on(LocalDate day, List<DayQuota.Spent> all) {
    return all.stream()
        .filter(spent -> spent.day().equals(day))
        .mapToLong(DayQuota.Spent::requests)
        .sum();
  }
}
