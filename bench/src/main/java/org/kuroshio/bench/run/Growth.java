package org.kuroshio.bench.run;

import java.util.List;
import org.kuroshio.bench.work.Workload;

/** What an event costs with more entities, more regions and more indicators. */
final class Growth {
  private final Lab lab;
  private final int entities;

  /**
   * @param entities of the smallest run
   */
  Growth(Lab lab, int entities) {
    this.lab = lab;
    this.entities = entities;
  }

  String run() {
    long seed = Workload.USUAL_SEED;
    Lines lines =
        new Lines()
            .add("%-34s %10s %12s %10s %8s", "", "seconds", "events/s", "CPU s/M", "peak MB");
    for (int times : List.of(1, 2, 4)) {
      line(lines, times + "x entities", new Workload(seed, entities * times, 1, 1));
    }
    for (int countries : List.of(2, 3)) {
      line(
          lines,
          "regions of " + countries + " countries",
          new Workload(seed, entities, countries, 1));
    }
    for (int copies : List.of(2, 4)) {
      line(lines, 12 * copies + " indicators", new Workload(seed, entities, 1, copies));
    }
    return lines.toString();
  }

  private void line(Lines lines, String what, Workload workload) {
    Stage stage = lab.stage(workload);
    Measured measured = Trial.of(stage, Contender.KUROSHIO, Lab.THREADS).run();
    lines.add(
        "%-34s %10.1f %,12.0f %10.1f %8.0f",
        what,
        measured.seconds(),
        measured.eventsPerSecond(),
        measured.cpuSecondsPerMillion(),
        measured.peakBytes() / 1e6);
    lab.remove(stage);
  }
}
