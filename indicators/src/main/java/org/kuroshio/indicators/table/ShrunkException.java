package org.kuroshio.indicators.table;

import org.kuroshio.indicators.table.BaseTable.Source;

/**
 * A partition's sums rest on fewer events than they did: its state was restored short, and
 * publishing it would empty tables (KAFKA-20416).
 */
public final class ShrunkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ShrunkException(Source source, long before, long now) {
    super(
        "partition "
            + source.partition()
            + " of "
            + source.topic()
            + " had "
            + before
            + " events in its sums and now has "
            + now
            + ": its state was restored short of the log, or the log was cut. Nothing was published. Restart to restore it again; if the number stays, restore the topic from a backup");
  }
}
