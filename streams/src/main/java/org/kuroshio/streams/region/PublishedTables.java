package org.kuroshio.streams.region;

import java.util.Collection;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * What readers know before the first cut of a start. Asked on the stream thread, once for each
 * start of the task; may block.
 */
public interface PublishedTables {
  /**
   * @param values the cells of the tables topic
   * @param sequence the number of its last cut, 0 if there is none
   * @param sumsThrough the offset after the last base sum at this moment: before they are all
   *     applied, the tables would look smaller than they were
   */
  record Snapshot(Collection<IndicatorValue> values, long sequence, long sumsThrough) {}

  Snapshot read();
}
