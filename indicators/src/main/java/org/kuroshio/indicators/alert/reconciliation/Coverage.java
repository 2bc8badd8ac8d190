package org.kuroshio.indicators.alert.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.Cut;

/**
 * Whether the tables hold what was under way a while ago. While facts are pouring in they do not,
 * and a value that stands between two cuts of a load is no value to compare with.
 */
final class Coverage {
  private record Seen(Instant at, Map<Source, Long> through) {}

  private final Deque<Seen> seen = new ArrayDeque<>();

  /**
   * What has been summed up by now.
   *
   * @param through the offset behind the last event that is in the sums, by partition
   */
  void look(Map<Source, Long> through, Instant now) {
    if (seen.isEmpty() || !seen.getLast().through().equals(through)) {
      seen.addLast(new Seen(now, Map.copyOf(through)));
    }
  }

  /** Whether the cut has all that had been summed up that long ago. */
  boolean holds(Cut cut, Duration ago, Instant now) {
    Instant then = now.minus(ago);
    while (seen.size() > 1 && !second().at().isAfter(then)) {
      seen.removeFirst();
    }
    return !seen.isEmpty()
        && !seen.getFirst().at().isAfter(then)
        && isIn(cut, seen.getFirst().through());
  }

  private Seen second() {
    Iterator<Seen> all = seen.iterator();
    all.next();
    return all.next();
  }

  private static boolean isIn(Cut cut, Map<Source, Long> through) {
    Map<Source, Long> offsets = new HashMap<>();
    cut.getOffsets()
        .forEach(o -> offsets.put(new Source(o.getTopic(), o.getPartition()), o.getOffset()));
    return through.entrySet().stream()
        .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
