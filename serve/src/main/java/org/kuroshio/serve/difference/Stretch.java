package org.kuroshio.serve.difference;

import java.util.List;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;

/**
 * What lies between two cuts.
 *
 * @param table as of the later cut
 * @param differences every cell that is not what it was, in no order
 */
record Stretch(Cut from, Cut to, IndicatorTable table, List<CellDifference> differences) {}
