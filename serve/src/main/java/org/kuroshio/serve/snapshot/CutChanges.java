package org.kuroshio.serve.snapshot;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * A cut with the cells that it changed.
 *
 * @param cells by key, in the order of publication; of status MISSING where the cell is gone
 * @param before the same cells as they were, each empty where there was none; empty where it is not
 *     known, of cuts that were published before this process began
 */
public record CutChanges(
    Cut cut,
    Map<String, IndicatorValue> cells,
    Optional<Map<String, Optional<IndicatorValue>>> before) {
  public CutChanges {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    before = before.map(Map::copyOf);
  }

  /** Of which nobody knows what it was like before. */
  public CutChanges(Cut cut, Map<String, IndicatorValue> cells) {
    this(cut, cells, Optional.empty());
  }

  /**
   * @param table as it was before
   */
  static CutChanges of(Cut cut, Map<String, IndicatorValue> cells, IndicatorTable table) {
    Map<String, Optional<IndicatorValue>> before = new HashMap<>();
    cells.keySet().forEach(key -> before.put(key, table.cell(key)));
    return new CutChanges(cut, cells, Optional.of(before));
  }
}
