package org.kuroshio.standalone.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.kuroshio.ingest.trial.SourceCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kuroshio sources check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Check a source's definition and mappings, without data.",
    footer = {"", "Exit status 1 if anything is wrong; each problem names its file and line."})
final class SourcesCheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "SOURCE", description = "A shipped source, or the path of a definition.")
  private String source;

  SourcesCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> problems = SourceCheck.problems(source);
    problems.forEach(problem -> surroundings.err().println("kuroshio: " + problem));
    if (!problems.isEmpty()) {
      return CommandLines.FAILED;
    }
    surroundings.out().println(source + ": no problems found");
    return CommandLines.DONE;
  }
}
