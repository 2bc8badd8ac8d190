package org.kuroshio.bench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.kuroshio.bench.cell.CellTable;
import org.kuroshio.bench.child.ChildJvm;
import org.kuroshio.bench.latency.Percentiles;
import org.kuroshio.bench.latency.SteadyLoad;
import org.kuroshio.bench.peer.FirstFetch;
import org.kuroshio.bench.peer.Job;
import org.kuroshio.bench.peer.Limit;
import org.kuroshio.bench.postgres.Postgres;
import org.kuroshio.bench.product.Product;
import org.kuroshio.bench.watch.CellReader;
import org.kuroshio.bench.watch.CutWatch;
import org.kuroshio.bench.watch.TableWatch;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;

/** Lets one system do the work once, in a process of its own. */
final class Trial {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int SHOWN_DIFFERENCES = 10;

  private static int number;

  private final Stage stage;
  private final Contender system;
  private final Job job;

  private Trial(Stage stage, Contender system, Job job) {
    this.stage = stage;
    this.system = system;
    this.job = job;
  }

  static Trial of(Stage stage, Contender system, int threads) {
    number++;
    String output = "run" + number + "-";
    Path directory = stage.directory().resolve(output + system.word());
    Job job =
        new Job(
            stage.broker().bootstrapServers(),
            stage.input(),
            output,
            threads,
            stage.workload().copies(),
            directory,
            system.variant());
    return new Trial(stage, system, job);
  }

  /**
   * @throws IllegalStateException if the system ends, is too slow, or has other cells than it must
   */
  Measured run() {
    createTopics();
    long bytesBefore = stage.broker().bytesIn();
    try (ChildJvm process = start()) {
      ChildJvm.Line first = process.await(FirstFetch.LINE, START);
      Duration cpuBefore = process.cpu();
      Optional<TableWatch> watch = watch();
      long end = watch.isPresent() ? complete(watch.get(), process) : done(process);
      Duration cpu = process.cpu().minus(cpuBefore);
      Measured measured =
          new Measured(
              system,
              job.threads(),
              stage.written().events(),
              (end - first.atNanos()) / 1e9,
              cpu.toMillis() / 1e3,
              process.peakMemoryBytes(),
              stage.broker().bytesIn() - bytesBefore,
              hash(watch, process));
      watch.ifPresent(TableWatch::close);
      return measured;
    } finally {
      stage.broker().delete(job.output());
    }
  }

  /**
   * Lets Kuroshio take everything, kills it without a word and starts it again.
   *
   * @throws IllegalStateException if the tables are wrong, before or after
   */
  Restart killAndRestart() {
    createTopics();
    try (TableWatch watch = watch().orElseThrow()) {
      try (ChildJvm process = start()) {
        complete(watch, process);
        process.kill();
      }
      try (CutWatch cuts = new CutWatch(job.bootstrapServers(), topics().indicators())) {
        long begun = System.nanoTime();
        try (ChildJvm process = start()) {
          if (cuts.next(LONGEST).isEmpty()) {
            throw new IllegalStateException("no cut came within " + LONGEST);
          }
          double seconds = (System.nanoTime() - begun) / 1e9;
          if (!watch.isRightAtEnd()) {
            throw wrong(watch.table(), "started again");
          }
          return new Restart(stage.workload().entities(), seconds);
        }
      }
    } finally {
      stage.broker().delete(job.output());
    }
  }

  /** Lets Kuroshio take the workload and then events at a steady rate. */
  Percentiles delays(int eventsPerSecond) {
    createTopics();
    try (TableWatch watch = watch().orElseThrow();
        ChildJvm process = start()) {
      complete(watch, process);
      try (CutWatch cuts = new CutWatch(job.bootstrapServers(), topics().indicators())) {
        return new SteadyLoad(job.bootstrapServers(), job.input()).run(eventsPerSecond, cuts);
      }
    } finally {
      stage.broker().delete(job.output());
    }
  }

  private static long done(ChildJvm process) {
    return process.await(Limit.DONE, LONGEST).atNanos();
  }

  private String hash(Optional<TableWatch> watch, ChildJvm process) {
    return switch (system.writes()) {
      case TABLES, CELLS -> watch.orElseThrow().table().hash();
      case LINES -> told(process).hash();
      case NOTHING -> "";
    };
  }

  /** The cells of a system that says them line by line. */
  private CellTable told(ChildJvm process) {
    CellTable table = new CellTable();
    String line = process.awaitLine(Postgres.CELL, START);
    for (; !line.equals(Postgres.CELL); line = process.awaitLine(Postgres.CELL, START)) {
      int equals = line.lastIndexOf('=');
      table.put(
          line.substring(Postgres.CELL.length(), equals),
          Long.parseLong(line.substring(equals + 1)));
    }
    if (!table.hash().equals(stage.expected().hash())) {
      throw wrong(table, "ended");
    }
    return table;
  }

  private IllegalStateException wrong(CellTable table, String what) {
    return new IllegalStateException(
        "%s %s with other cells than a batch computation: %s"
            .formatted(
                system.word(), what, table.differences(stage.expected(), SHOWN_DIFFERENCES)));
  }

  private long complete(TableWatch watch, ChildJvm process) {
    Optional<Long> end = watch.untilRight(LONGEST, process::isAlive);
    if (end.isEmpty()) {
      throw wrong(watch.table(), process.isAlive() ? "was still busy after " + LONGEST : "ended");
    }
    return end.get();
  }

  private void createTopics() {
    if (system.writes() == Contender.Writes.TABLES) {
      try (Admin admin =
          Admin.create(java.util.Map.of("bootstrap.servers", job.bootstrapServers()))) {
        new TopicCheck(admin).ensure(topics());
      }
    } else {
      stage.broker().create(job.cellsTopic(), Math.max(1, job.threads()));
    }
  }

  private Topics topics() {
    return Product.topics(new BundledIds(), job.input(), job.output());
  }

  private Optional<TableWatch> watch() {
    return switch (system.writes()) {
      case TABLES -> Optional.of(watch(topics().indicators().name(), CellReader.tables()));
      case CELLS -> Optional.of(watch(job.cellsTopic(), CellReader.digits()));
      case LINES, NOTHING -> Optional.empty();
    };
  }

  private TableWatch watch(String topic, CellReader reader) {
    return new TableWatch(job.bootstrapServers(), topic, reader, stage.expected());
  }

  private ChildJvm start() {
    return ChildJvm.start(
        new ChildJvm.Command(
            system.word(),
            stage.classPaths().of(system),
            system.main(),
            Options.of(system),
            job.args()));
  }

  /** Options of the systems' Java: as much memory and the same collector for each. */
  private static final class Options {
    private static final List<String> ALL = List.of("-Xmx4g", "-XX:+UseParallelGC");

    private static List<String> of(Contender system) {
      List<String> options = new java.util.ArrayList<>(ALL);
      String more = System.getenv("BENCH_JAVA_OPTS");
      if (more != null && !more.isBlank() && system == Contender.KUROSHIO) {
        options.addAll(List.of(more.trim().split(" +", -1)));
      }
      return options;
    }
  }
}
