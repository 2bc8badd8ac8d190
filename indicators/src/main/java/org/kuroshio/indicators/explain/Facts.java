package org.kuroshio.indicators.explain;

import java.util.function.Predicate;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.table.BaseTable.Source;

/** What entities add to base cells, as of one cut, wherever that is kept. */
public interface Facts {
  /**
   * Takes contributions. Those of one entity come in a row.
   *
   * <p>{@code offset} is where the entity's accepted event stands in its partition.
   */
  interface Sink {
    void fact(Source source, long offset, String entityId, BaseKey cell, long amount);
  }

  /**
   * Hands over every contribution to a wanted cell.
   *
   * @param wanted asked once for each base cell of the stream, and not for each entity
   */
  void behind(EventStream stream, Predicate<BaseKey> wanted, Sink sink);
}
