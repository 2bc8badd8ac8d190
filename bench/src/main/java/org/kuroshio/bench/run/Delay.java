package org.kuroshio.bench.run;

import java.util.List;
import org.kuroshio.bench.latency.Percentiles;
import org.kuroshio.bench.work.Workload;

/** How long an event takes from the publisher to a reader, at parts of the top rate. */
final class Delay {
  private static final int ENTITIES_BEFORE = 200_000;
  private static final int ENTITIES_FOR_TOP_RATE = 1_000_000;

  private final Lab lab;

  Delay(Lab lab) {
    this.lab = lab;
  }

  /**
   * @param topRate events per second; measured if it is 0
   */
  String run(int topRate) {
    int top = topRate > 0 ? topRate : topRate();
    Lines lines =
        new Lines()
            .add("top rate %,d events/s", top)
            .add("%6s %12s %10s %10s %10s", "load", "events/s", "seen", "p50 ms", "p99 ms");
    for (int percent : List.of(10, 50, 90)) {
      int rate = (int) ((long) top * percent / 100);
      Stage stage = lab.stage(Workload.of(ENTITIES_BEFORE));
      Percentiles delays = Trial.of(stage, Contender.KUROSHIO, Lab.THREADS).delays(rate);
      lab.remove(stage);
      lines.add(
          "%5d%% %,12d %,10d %10.0f %10.0f",
          percent, rate, delays.count(), delays.at(50), delays.at(99));
    }
    return lines.toString();
  }

  private int topRate() {
    Stage stage = lab.stage(Workload.of(ENTITIES_FOR_TOP_RATE));
    Measured measured = Trial.of(stage, Contender.KUROSHIO, Lab.THREADS).run();
    lab.remove(stage);
    return (int) measured.eventsPerSecond();
  }
}
