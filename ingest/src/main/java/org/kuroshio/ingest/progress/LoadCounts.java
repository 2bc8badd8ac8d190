package org.kuroshio.ingest.progress;

import java.util.Map;
import java.util.TreeMap;

/**
 * One moment of a load. When it has finished, {@code read = published + known + rejected +
 * ignored}, each counted in source records.
 *
 * @param filesFound files that the user named, directly or by a folder
 * @param filesDone of these, files that were read or passed over
 * @param filesSkipped files and entries that match no pattern of the source
 * @param bytesTotal size of the files on disk
 * @param read records seen now or by an earlier load of the same content
 * @param published acknowledged by Kafka
 * @param known at or before the stored position of their content
 * @param ignored the mapping makes nothing of them
 * @param rejected by reason; acknowledged by Kafka
 * @param unknownRegions places that stayed unknown, by reason
 */
public record LoadCounts(
    long filesFound,
    long filesDone,
    long filesSkipped,
    long bytesTotal,
    long bytesDone,
    long read,
    long published,
    long known,
    long ignored,
    Map<String, Long> rejected,
    Map<String, Long> unknownRegions) {
  public static final LoadCounts NONE =
      new LoadCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());

  public LoadCounts {
    rejected = Map.copyOf(rejected);
    unknownRegions = Map.copyOf(unknownRegions);
  }

  public long rejectedTotal() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether every record read has an outcome. */
  public boolean addUp() {
    return read == published + known + ignored + rejectedTotal();
  }

  /** Of several tasks together; files found are each task's share. */
  LoadCounts plus(LoadCounts other) {
    return new LoadCounts(
        filesFound + other.filesFound,
        filesDone + other.filesDone,
        filesSkipped + other.filesSkipped,
        bytesTotal + other.bytesTotal,
        bytesDone + other.bytesDone,
        read + other.read,
        published + other.published,
        known + other.known,
        ignored + other.ignored,
        sum(rejected, other.rejected),
        sum(unknownRegions, other.unknownRegions));
  }

  private static Map<String, Long> sum(Map<String, Long> left, Map<String, Long> right) {
    Map<String, Long> sum = new TreeMap<>(left);
    right.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return sum;
  }
}
