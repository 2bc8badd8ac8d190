package org.kuroshio.standalone.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.trial.SourceCheck;
import org.kuroshio.ingest.trial.SourceTrial;
import org.kuroshio.ingest.trial.TrialReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kuroshio sources check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Check a source's definition and mappings, and with --input what becomes of a sample.",
    footer = {"", "Exit status 1 if anything is wrong; each problem names its file and line."})
final class SourcesCheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "SOURCE", description = "A shipped source, or the path of a definition.")
  private String source;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      description = {
        "A sample: files, folders or globs, also saved answers of a server.",
        "Each record that is rejected is a problem, and so is a sample without a record."
      })
  private List<String> inputs = List.of();

  SourcesCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>(SourceCheck.problems(source));
    if (problems.isEmpty() && !inputs.isEmpty()) {
      problems.addAll(ofSample());
    }
    problems.forEach(problem -> surroundings.err().println("kuroshio: " + problem));
    if (!problems.isEmpty()) {
      return CommandLines.FAILED;
    }
    surroundings.out().println(source + ": no problems found");
    return CommandLines.DONE;
  }

  private List<String> ofSample() {
    List<String> problems = new ArrayList<>();
    TrialReport report =
        new SourceTrial(SourceDefinitions.find(source), event -> {}, problems::add)
            .run(inputs, Long.MAX_VALUE);
    if (report.records() == 0) {
      problems.add("there is no record in " + String.join(", ", inputs));
    }
    return problems;
  }
}
