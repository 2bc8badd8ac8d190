package org.kuroshio.serve.explanation;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.Cut;

/**
 * How much of each event partition is meant: every event below these offsets.
 *
 * @param through by partition; a partition that is not named has no events
 */
public record EventOffsets(Map<Source, Long> through) {
  private static final Comparator<Source> IN_ORDER =
      Comparator.comparing(Source::topic).thenComparing(Source::partition);

  /** No events at all. */
  public static final EventOffsets NONE = new EventOffsets(Map.of());

  public EventOffsets {
    through = Map.copyOf(through);
  }

  /** The events that are in a cut. */
  public static EventOffsets of(Cut cut) {
    Map<Source, Long> through = new TreeMap<>(IN_ORDER);
    cut.getOffsets()
        .forEach(o -> through.put(new Source(o.getTopic(), o.getPartition()), o.getOffset()));
    return new EventOffsets(through);
  }

  /** The offset behind the last event that is meant. */
  public long of(Source source) {
    return through.getOrDefault(source, 0L);
  }

  /** In the order of topics and partitions. */
  public Set<Source> sources() {
    Set<Source> sources = new TreeSet<>(IN_ORDER);
    sources.addAll(through.keySet());
    return sources;
  }

  /** How many partitions a topic has; a cut names them all. */
  public int partitions(String topic) {
    return (int) through.keySet().stream().filter(s -> s.topic().equals(topic)).count();
  }
}
