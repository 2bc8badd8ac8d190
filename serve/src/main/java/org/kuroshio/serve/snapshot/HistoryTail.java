package org.kuroshio.serve.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.scan.TopicScan;

/** The last cuts of the history with what each changed. */
final class HistoryTail {
  private HistoryTail() {}

  /**
   * @param cells how many records from the end are read, at the least
   * @return whole cuts only, oldest first
   */
  static List<CutChanges> read(TopicScan<SpecificRecord> history, long cells) {
    if (!history.exists()) {
      return List.of();
    }
    // every cut takes an offset more, and so does the mark of its transaction
    long from = Math.max(history.beginning(), history.end() - cells - cells / 10);
    List<CutChanges> cuts = new ArrayList<>();
    Map<String, IndicatorValue> cellsOfCut = new LinkedHashMap<>();
    boolean[] whole = {from == history.beginning()};
    history.read(
        from,
        (key, value) -> {
          if (!(value instanceof Cut cut)) {
            cellsOfCut.put(key, (IndicatorValue) value);
            return true;
          }
          if (whole[0]) {
            cuts.add(new CutChanges(cut, cellsOfCut));
          }
          whole[0] = true;
          cellsOfCut.clear();
          return true;
        });
    return cuts;
  }
}
