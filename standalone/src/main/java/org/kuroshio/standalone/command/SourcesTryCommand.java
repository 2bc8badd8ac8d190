package org.kuroshio.standalone.command;

import java.util.List;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.trial.SourceTrial;
import org.kuroshio.ingest.trial.TrialReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kuroshio sources try}. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Read a source's first records and print the events that they become.",
    description = "Needs no data directory and leaves nothing behind.")
final class SourcesTryCommand implements Runnable {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "SOURCE", description = "A shipped source, or the path of a definition.")
  private String source;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, folders or globs.")
  private List<String> inputs = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many records, default 10.")
  private long limit;

  SourcesTryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    TrialReport report =
        new SourceTrial(
                SourceDefinitions.find(source),
                surroundings.out()::println,
                surroundings.err()::println)
            .run(inputs, limit);
    long rejected = report.rejected().values().stream().mapToLong(Long::longValue).sum();
    surroundings
        .err()
        .printf(
            "%s: %d records, %d events, %d rejected, %d of no use%s%n",
            source,
            report.records(),
            report.events(),
            rejected,
            report.ignored(),
            report.complete() ? ", which is all" : "; more with --limit");
  }
}
