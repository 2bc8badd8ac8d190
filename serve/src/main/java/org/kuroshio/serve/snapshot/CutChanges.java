package org.kuroshio.serve.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

/**
 * A cut with the cells that it changed.
 *
 * @param cells by key, in the order of publication; of status MISSING where the cell is gone
 */
public record CutChanges(Cut cut, Map<String, IndicatorValue> cells) {
  public CutChanges {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}
