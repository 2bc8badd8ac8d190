package org.kuroshio.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kuroshio.bench.work.Workload;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code bench/run}. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures Kuroshio beside its peers, on the same events and the same broker.",
    exitCodeOnInvalidInput = 2)
public final class Bench implements Callable<Integer> {
  private static final int QUICK_ENTITIES = 600_000;
  private static final int FULL_ENTITIES = 1_600_000;
  private static final List<Integer> RECOVERED_ENTITIES = List.of(1_000_000, 2_000_000, 4_000_000);

  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--quick", description = "fewer events and systems, one round: under 10 minutes")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      description = "parts: peers, latency, recovery, growth, hot")
  private List<Part> only = List.of();

  @Option(names = "--systems", split = ",", description = "peers: only these systems")
  private List<String> systems = List.of();

  @Option(
      names = "--entities",
      split = ",",
      description = "how many different entities (events: 1.3 times); several for recovery")
  private List<Integer> entities = List.of();

  @Option(names = "--rounds", description = "peers: how often each system runs")
  private int rounds;

  @Option(names = "--threads", split = ",", description = "peers: numbers of threads to run with")
  private List<Integer> threads = List.of();

  @Option(names = "--top-rate", description = "latency: events per second that are 100 %% load")
  private int topRate;

  @Option(names = "--seed", description = "of the workload")
  private long seed = Workload.USUAL_SEED;

  @Option(
      names = "--page",
      description = "writes what is measured into this page; a full run does so by itself")
  private Path page;

  @Option(names = "--usual-page", required = true, hidden = true)
  private Path usualPage;

  @Option(names = "--bench-class-path", required = true, hidden = true)
  private String benchClassPath;

  @Option(names = "--flink-class-path", required = true, hidden = true)
  private String flinkClassPath;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Plan plan = plan();
    Path own = Files.createTempDirectory("kuroshio-bench");
    try (Lab lab = new Lab(new ClassPaths(benchClassPath, flinkClassPath), own)) {
      for (Part part : parts()) {
        String printed = run(part, lab, plan);
        System.out.print(printed);
        written().ifPresent(p -> p.write(part, printed));
      }
      return 0;
    } catch (IllegalStateException e) {
      System.err.println("bench/run: " + e.getMessage());
      return 1;
    } finally {
      Trees.delete(own);
    }
  }

  private List<Part> parts() {
    if (!only.isEmpty()) {
      return only;
    }
    return quick ? List.of(Part.PEERS) : List.of(Part.values());
  }

  private Optional<Page> written() {
    boolean full = !quick && only.isEmpty() && systems.isEmpty();
    Path file = page != null ? page : full ? usualPage : null;
    String command = "bench/run " + String.join(" ", shown());
    return Optional.ofNullable(file).map(f -> new Page(f, command.strip()));
  }

  /** What the user wrote, without what the script adds. */
  private List<String> shown() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .filter(arg -> !arg.contains("class-path") && !arg.contains("-page"))
        .toList();
  }

  private String run(Part part, Lab lab, Plan plan) throws IOException {
    return switch (part) {
      case PEERS -> new Report(new Race(lab).run(plan)).text();
      case LATENCY -> new Delay(lab).run(topRate);
      case RECOVERY -> new Recovery(lab).run(entities.isEmpty() ? RECOVERED_ENTITIES : entities);
      case GROWTH -> new Growth(lab, entitiesOr(1_000_000)).run();
      case HOT -> Hot.run(benchClassPath);
    };
  }

  private Plan plan() {
    Workload workload =
        new Workload(seed, entitiesOr(quick ? QUICK_ENTITIES : FULL_ENTITIES), 1, 1);
    return new Plan(
        workload,
        systems.isEmpty() ? Contender.usual(quick) : chosen(),
        threads.isEmpty() ? (quick ? List.of(2) : List.of(1, 2)) : threads,
        rounds > 0 ? rounds : quick ? 1 : 3);
  }

  private int entitiesOr(int usual) {
    return entities.isEmpty() ? usual : entities.get(0);
  }

  private List<Contender> chosen() {
    List<Contender> chosen = new ArrayList<>();
    for (String word : systems) {
      chosen.add(
          Contender.named(word)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "there is no system '" + word + "'; there are " + Contender.words())));
    }
    return chosen;
  }
}
