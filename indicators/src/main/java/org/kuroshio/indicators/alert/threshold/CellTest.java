package org.kuroshio.indicators.alert.threshold;

import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.alert.rule.Test;
import org.kuroshio.indicators.view.IndicatorTable;

/** A test of cells of the tables, asked at cuts. */
public interface CellTest extends Test {
  /** The indicators whose cells it reads. */
  Set<String> indicators();

  /**
   * What it says at the table's cut.
   *
   * @param touched labels of the periods in which a cell of these indicators changed; a test of one
   *     period looks at that one anyway
   */
  List<Verdict> judge(IndicatorTable table, Set<String> touched);

  /** Whether a subject without a verdict is not watched any more. */
  default boolean namesAll() {
    return true;
  }
}
