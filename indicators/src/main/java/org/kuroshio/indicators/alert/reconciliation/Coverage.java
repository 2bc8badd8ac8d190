package org.kuroshio.indicators.alert.reconciliation;

import java.util.HashMap;
import java.util.Map;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.Cut;

/**
 * What had been summed up at one moment. While facts are pouring in the tables do not hold it yet,
 * and a value that stands between two cuts of a load is no value to compare with.
 *
 * @param through the offset behind the last event that was in the sums, by partition
 */
record Coverage(Map<Source, Long> through) {
  Coverage {
    through = Map.copyOf(through);
  }

  boolean isIn(Cut cut) {
    Map<Source, Long> offsets = new HashMap<>();
    cut.getOffsets()
        .forEach(o -> offsets.put(new Source(o.getTopic(), o.getPartition()), o.getOffset()));
    return through.entrySet().stream()
        .allMatch(end -> offsets.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
