package org.kuroshio.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kuroshio.bench.broker.BrokerProcess;

/** Runs the systems of a plan alternately on one broker. Says how far it is on standard error. */
final class Race {
  private final ClassPaths classPaths;
  private final Path directory;

  Race(ClassPaths classPaths, Path directory) {
    this.classPaths = classPaths;
    this.directory = directory;
  }

  List<Measured> run(Plan plan) {
    List<Measured> all = new ArrayList<>();
    try (BrokerProcess broker =
        BrokerProcess.start(classPaths.bench(), directory.resolve("broker"))) {
      Stage stage = Stage.set(broker, classPaths, directory, "work-", plan.workload());
      tell(
          "%,d events of %,d bytes on average, %,d cells",
          stage.written().events(),
          stage.written().bytes() / stage.written().events(),
          stage.expected().size());
      for (int round = 1; round <= plan.rounds(); round++) {
        for (int threads : plan.threads()) {
          for (Contender system : plan.systems()) {
            Measured measured = Trial.of(stage, system, threads).run();
            tell(
                "round %d: %s, %d threads: %.1f s, %,.0f events/s",
                round, system.word(), threads, measured.seconds(), measured.eventsPerSecond());
            all.add(measured);
          }
        }
      }
    }
    return all;
  }

  private static void tell(String words, Object... values) {
    System.err.println("bench: " + words.formatted(values));
  }
}
