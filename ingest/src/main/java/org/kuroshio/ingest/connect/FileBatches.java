package org.kuroshio.ingest.connect;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.engine.SourceRun;
import org.kuroshio.ingest.engine.Step;
import org.kuroshio.ingest.engine.StopSignal;

/** The steps of a reading of files, some at a time. Used by one thread. */
final class FileBatches implements ReadAhead.Work<List<SourceRecord>> {
  private final SourceRun run;
  private final RecordBatch batch;
  private final int batchRecords;
  private final StopSignal stop;

  FileBatches(SourceRun run, RecordBatch batch, int batchRecords, StopSignal stop) {
    this.run = run;
    this.batch = batch;
    this.batchRecords = batchRecords;
    this.stop = stop;
  }

  @Override
  public void run(ReadAhead.Out<List<SourceRecord>> out) throws InterruptedException {
    while (!stop.isStopped() && fill()) {
      out.give(batch.take());
    }
  }

  /** False when there is nothing more. */
  private boolean fill() throws InterruptedException {
    while (batch.size() < batchRecords) {
      Optional<Step> step = run.next();
      if (step.isEmpty()) {
        return batch.size() > 0;
      }
      batch.add(step.get());
    }
    return true;
  }

  @Override
  public void close() {
    run.close();
  }
}
