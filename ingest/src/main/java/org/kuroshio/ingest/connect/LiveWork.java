package org.kuroshio.ingest.connect;

import java.io.IOException;
import java.util.List;
import org.kuroshio.ingest.live.LiveRun;
import org.kuroshio.ingest.live.LiveUnit;

/** A task's units, read on the reading thread. */
final class LiveWork implements ReadAhead.Work<LiveBatch> {
  /** Makes the units, whose batches go there. */
  interface Opening {
    List<LiveUnit> open(ReadAhead.Out<LiveBatch> out);
  }

  /** Reads them. */
  interface Running {
    LiveRun of(List<LiveUnit> units);
  }

  private final Opening opening;
  private final Running running;
  private volatile List<LiveUnit> units = List.of();

  LiveWork(Opening opening, Running running) {
    this.opening = opening;
    this.running = running;
  }

  @Override
  public void run(ReadAhead.Out<LiveBatch> out) throws InterruptedException {
    units = opening.open(out);
    running.of(units).run();
  }

  /** Ends a request under way, behind the stop signal. */
  void cancel() {
    units.forEach(LiveUnit::cancel);
  }

  @Override
  public void close() throws IOException {
    for (LiveUnit unit : units) {
      unit.close();
    }
  }
}
