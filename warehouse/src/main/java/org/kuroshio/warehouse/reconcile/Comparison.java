package org.kuroshio.warehouse.reconcile;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What came of comparing the topic and the database at one cut, cell by cell.
 *
 * @param cut the one that the database shows
 * @param cells in the topic at that cut
 * @param rows in the database
 * @param missing cells without a row
 * @param unknown rows without a cell
 * @param differing rows that differ from their cell
 * @param sums by indicator, of those whose sums differ: topic and database
 * @param examples some of the differences in words
 */
public record Comparison(
    String cut,
    long sequence,
    long cells,
    long rows,
    long missing,
    long unknown,
    long differing,
    Map<String, List<BigDecimal>> sums,
    List<String> examples) {
  public Comparison {
    sums = Map.copyOf(sums);
    examples = List.copyOf(examples);
  }

  public boolean isEqual() {
    return missing == 0 && unknown == 0 && differing == 0 && cells == rows && sums.isEmpty();
  }
}
