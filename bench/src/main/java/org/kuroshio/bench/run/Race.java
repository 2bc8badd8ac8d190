package org.kuroshio.bench.run;

import java.util.ArrayList;
import java.util.List;

/** Runs the systems of a plan alternately on one workload. */
final class Race {
  private final Lab lab;

  Race(Lab lab) {
    this.lab = lab;
  }

  List<Measured> run(Plan plan) {
    List<Measured> all = new ArrayList<>();
    Stage stage = lab.stage(plan.workload());
    for (int round = 1; round <= plan.rounds(); round++) {
      for (int threads : plan.threads()) {
        for (Contender system : plan.systems()) {
          Measured measured = Trial.of(stage, system, threads).run();
          Lab.tell(
              "round %d: %s, %d threads: %.1f s, %,.0f events/s",
              round, system.word(), threads, measured.seconds(), measured.eventsPerSecond());
          all.add(measured);
        }
      }
    }
    lab.remove(stage);
    return all;
  }
}
