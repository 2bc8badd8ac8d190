package org.kuroshio.indicators.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.ledger.BaseKey;

/**
 * The absolute sums that the source partitions have sent, and the changes of their totals. What a
 * partition sends is held back until its marker, so that a fact that moves is never in two places.
 */
public final class BaseTable {
  /** Takes the change of a total. */
  interface Changes {
    /**
     * @param change of the amount
     * @param presence +1 if the cell is new over all partitions, -1 if it is gone, else 0
     */
    void changed(BaseKey key, long change, int presence);
  }

  /** A partition of an event topic. */
  public record Source(String topic, int partition) {}

  /** How far a partition's sums go. */
  public record Progress(
      long throughOffset, long recordsApplied, long newestPublishedAt, boolean complete) {}

  private record Held(BaseKey key, Long sum) {}

  private static final class Partition {
    private final Map<BaseKey, Long> sums = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private boolean inFrame;
    private Progress progress = new Progress(0, 0, 0, false);
  }

  private final String catalogue;
  private final Map<Source, Partition> partitions = new HashMap<>();
  private final Map<BaseKey, Integer> holders = new HashMap<>();

  /**
   * @param catalogue the fingerprint whose sums are wanted; frames of another are not complete
   */
  BaseTable(String catalogue) {
    this.catalogue = catalogue;
  }

  /** Holds an absolute sum, or null for a cell that is gone. */
  void hold(Source source, BaseKey key, Long sum) {
    partition(source).held.add(new Held(key, sum));
  }

  /** A full sending begins: what was held before it is void. */
  void reset(Source source) {
    Partition partition = partition(source);
    partition.held.clear();
    partition.inFrame = true;
  }

  /**
   * Everything held since the last marker counts from now on.
   *
   * @param end true if the marker closes a full sending: cells that it did not name are gone
   * @throws ShrunkException if fewer records are behind the sums than before
   */
  void release(Source source, boolean end, Progress next, String fingerprint, Changes changes) {
    Partition partition = partition(source);
    if (next.recordsApplied() < partition.progress.recordsApplied()) {
      throw new ShrunkException(source, partition.progress.recordsApplied(), next.recordsApplied());
    }
    boolean ours = fingerprint.equals(catalogue);
    if (end && partition.inFrame) {
      Set<BaseKey> named = new HashSet<>();
      partition.held.forEach(h -> named.add(h.key()));
      for (BaseKey key : List.copyOf(partition.sums.keySet())) {
        if (!ours || !named.contains(key)) {
          put(partition, key, null, changes);
        }
      }
      partition.inFrame = false;
      partition.progress =
          new Progress(next.throughOffset(), next.recordsApplied(), next.newestPublishedAt(), ours);
    } else {
      partition.progress =
          new Progress(
              next.throughOffset(),
              next.recordsApplied(),
              next.newestPublishedAt(),
              partition.progress.complete() && ours);
    }
    if (ours) {
      partition.held.forEach(h -> put(partition, h.key(), h.sum(), changes));
    }
    partition.held.clear();
  }

  Map<Source, Progress> progress() {
    Map<Source, Progress> all = new HashMap<>();
    partitions.forEach((source, partition) -> all.put(source, partition.progress));
    return all;
  }

  private void put(Partition partition, BaseKey key, Long sum, Changes changes) {
    Long old = sum == null ? partition.sums.remove(key) : partition.sums.put(key, sum);
    int presence = 0;
    if (old == null && sum != null) {
      presence = holders.merge(key, 1, Integer::sum) == 1 ? 1 : 0;
    } else if (old != null && sum == null) {
      int left = holders.merge(key, -1, Integer::sum);
      if (left == 0) {
        holders.remove(key);
        presence = -1;
      }
    }
    long change = Math.subtractExact(sum == null ? 0L : sum, old == null ? 0L : old);
    if (change != 0 || presence != 0) {
      changes.changed(key, change, presence);
    }
  }

  private Partition partition(Source source) {
    return partitions.computeIfAbsent(source, s -> new Partition());
  }
}
