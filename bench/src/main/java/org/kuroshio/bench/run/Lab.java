package org.kuroshio.bench.run;

import java.nio.file.Path;
import org.kuroshio.bench.broker.BrokerProcess;
import org.kuroshio.bench.work.Workload;

/** The broker that all parts of a run share, and where workloads come from. */
final class Lab implements AutoCloseable {
  /** Of Kuroshio, where only it is measured. */
  static final int THREADS = 2;

  private final BrokerProcess broker;
  private final ClassPaths classPaths;
  private final Path directory;
  private int stages;

  Lab(ClassPaths classPaths, Path directory) {
    this.classPaths = classPaths;
    this.directory = directory;
    this.broker = BrokerProcess.start(classPaths.bench(), directory.resolve("broker"));
  }

  /** Publishes a workload under a prefix of its own. */
  Stage stage(Workload workload) {
    stages++;
    Stage stage = Stage.set(broker, classPaths, directory, "work" + stages + "-", workload);
    tell(
        "%,d events of %,d bytes on average, %,d cells",
        stage.written().events(),
        stage.written().bytes() / stage.written().events(),
        stage.expected().size());
    return stage;
  }

  /** Frees the disk of a workload that is not needed any more. */
  void remove(Stage stage) {
    broker.delete(stage.input());
  }

  /** Progress, on standard error. */
  static void tell(String words, Object... values) {
    System.err.println("bench: " + words.formatted(values));
  }

  @Override
  public void close() {
    broker.close();
  }
}
