package org.kuroshio.bench.flink;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.kuroshio.bench.cell.FactCells;

/**
 * Adds up changes of facts between two checkpoints and only then sends them on, as changes of
 * cells: what Flink's SQL calls mini-batch and local aggregation, by hand and with nothing lost, as
 * it is empty at each checkpoint.
 */
final class LocalSums extends AbstractStreamOperator<Tuple2<String, Long>>
    implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>> {
  private static final long serialVersionUID = 1L;

  private transient Map<String, Long> facts;
  private transient FactCells cells;

  @Override
  public void open() throws Exception {
    super.open();
    facts = new HashMap<>();
    cells = new FactCells();
  }

  @Override
  public void processElement(StreamRecord<Tuple2<String, Long>> change) {
    facts.merge(change.getValue().f0, change.getValue().f1, Long::sum);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    flush();
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  private void flush() {
    Map<String, Long> changes = new HashMap<>();
    facts.forEach(
        (fact, count) -> {
          if (count != 0) {
            for (FactCells.Share share : cells.of(fact)) {
              changes.merge(share.key(), count * share.amount(), Long::sum);
            }
          }
        });
    facts.clear();
    changes.forEach((cell, change) -> output.collect(new StreamRecord<>(Tuple2.of(cell, change))));
  }
}
