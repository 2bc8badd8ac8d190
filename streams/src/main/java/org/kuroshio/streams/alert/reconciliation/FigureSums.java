package org.kuroshio.streams.alert.reconciliation;

import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.alert.reconciliation.FigureBook;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.MarkerKind;
import org.kuroshio.streams.BaseSumKey;

/** Takes base sums and their markers into the book of figures. */
final class FigureSums {
  /** What the key of a figure's sum has in it, so that others need not be read. */
  private static final String FIGURE = "|figure:";

  private FigureSums() {}

  static void take(FigureBook figures, String key, SpecificRecord value) {
    if (value instanceof BaseMarker marker) {
      Source source = new Source(marker.getTopic(), marker.getPartition());
      if (marker.getKind() == MarkerKind.RESET) {
        figures.reset(source);
        return;
      }
      if (marker.getKind() == MarkerKind.END) {
        figures.end(source);
      }
      figures.marker(source, marker.getThroughOffset());
    } else if (key.contains(FIGURE)) {
      BaseSumKey parsed = BaseSumKey.parse(key);
      BaseKey cell = parsed.cell();
      figures.sum(parsed.source(), cell, value == null ? 0 : ((BaseSum) value).getSum());
    }
  }
}
