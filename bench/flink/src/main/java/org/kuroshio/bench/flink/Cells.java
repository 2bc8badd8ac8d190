package org.kuroshio.bench.flink;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;
import org.kuroshio.bench.cell.FactCells;

/** The table function {@code cells(fact)}: where a fact counts, and how much. */
@FunctionHint(output = @DataTypeHint("ROW<cell STRING, share BIGINT>"))
public final class Cells extends TableFunction<Row> {
  private static final long serialVersionUID = 1L;

  private transient FactCells cells;

  public void eval(String fact) {
    if (cells == null) {
      cells = new FactCells();
    }
    for (FactCells.Share share : cells.of(fact)) {
      collect(Row.of(share.key(), (long) share.amount()));
    }
  }
}
