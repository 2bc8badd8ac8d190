package org.kuroshio.bench.run;

import java.util.List;
import org.kuroshio.bench.work.Workload;

/** How long after a kill the tables are right again, with more and more entities. */
final class Recovery {
  private final Lab lab;

  Recovery(Lab lab) {
    this.lab = lab;
  }

  String run(List<Integer> sizes) {
    Lines lines = new Lines().add("%10s %24s", "entities", "kill to first cut, s");
    for (int entities : sizes) {
      Stage stage = lab.stage(Workload.of(entities));
      Restart restart = Trial.of(stage, Contender.KUROSHIO, Lab.THREADS).killAndRestart();
      lines.add("%,10d %24.1f", restart.entities(), restart.seconds());
      lab.remove(stage);
    }
    return lines.toString();
  }
}
