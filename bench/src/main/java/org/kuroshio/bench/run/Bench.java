package org.kuroshio.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kuroshio.bench.work.Workload;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench/run}. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures Kuroshio beside its peers on the same events and broker.")
public final class Bench implements Callable<Integer> {
  private static final int QUICK_ENTITIES = 500_000;
  private static final int FULL_ENTITIES = 1_500_000;

  @Option(names = "--quick", description = "fewer events and systems, one round: under 10 minutes")
  private boolean quick;

  @Option(names = "--systems", split = ",", description = "only these: ${COMPLETION-CANDIDATES}")
  private List<String> systems = List.of();

  @Option(names = "--entities", description = "how many different entities (events: 1.3 times)")
  private int entities;

  @Option(names = "--rounds", description = "how often each system runs")
  private int rounds;

  @Option(names = "--threads", split = ",", description = "numbers of threads to run with")
  private List<Integer> threads = List.of();

  @Option(names = "--seed", description = "of the workload")
  private long seed = Workload.USUAL_SEED;

  @Option(names = "--directory", description = "for the broker's and the systems' files")
  private Path directory;

  @Option(names = "--bench-class-path", required = true, hidden = true)
  private String benchClassPath;

  @Option(names = "--flink-class-path", required = true, hidden = true)
  private String flinkClassPath;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Path own = directory == null ? Files.createTempDirectory("kuroshio-bench") : directory;
    Plan plan = plan();
    try {
      List<Measured> measured = new Race(new ClassPaths(benchClassPath, flinkClassPath), own).run(plan);
      System.out.print(new Report(measured).text());
      return 0;
    } catch (IllegalStateException e) {
      System.err.println("bench/run: " + e.getMessage());
      return 1;
    } finally {
      if (directory == null) {
        Trees.delete(own);
      }
    }
  }

  private Plan plan() {
    List<Contender> chosen = new ArrayList<>();
    for (String word : systems) {
      chosen.add(
          Contender.named(word)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "there is no system '" + word + "'; there are " + Contender.words())));
    }
    Workload workload =
        new Workload(seed, entities > 0 ? entities : quick ? QUICK_ENTITIES : FULL_ENTITIES, 1, 1);
    return new Plan(
        workload,
        chosen.isEmpty() ? Contender.usual(quick) : chosen,
        threads.isEmpty() ? (quick ? List.of(2) : List.of(1, 2)) : threads,
        rounds > 0 ? rounds : quick ? 1 : 3);
  }
}
