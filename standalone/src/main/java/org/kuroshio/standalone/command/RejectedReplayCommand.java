package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.installation.RunConfigFile;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.replay.Replay;
import org.kuroshio.standalone.replay.ReplayOutcome;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kuroshio rejected replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Read sources with rejected records again, and use what can be used now.",
    description = {
      "After a mapping or a file was mended: reads the files in which records were rejected, sends "
          + "those that are right now, and waits until the tables hold them. All other records are "
          + "passed over."
    })
final class RejectedReplayCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Failures failures;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = {
        "A shipped source, or the path of a mended definition.",
        "Default: every source that has rejected records."
      })
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      description = {
        "Where its files are now, under their names.",
        "Default: where they were when they were read."
      })
  private List<String> inputs = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Work on the cluster of a run's configuration instead of a data directory;",
        "its own streams bring the tables up to date."
      })
  private Path config;

  @Mixin private DataOption data;

  RejectedReplayCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Replay.Outcome outcome =
        config == null
            ? onDirectory(logs)
            : Replay.of(RunConfigFile.read(config), surroundings.stop()).run(source, inputs);
    if (outcome.sources().isEmpty()) {
      surroundings.out().println("nothing is rejected");
    }
    outcome.sources().forEach(one -> surroundings.out().println(line(one)));
    outcome.cut().ifPresent(cut -> surroundings.out().println("the tables stand at cut " + cut));
    return CommandLines.DONE;
  }

  private Replay.Outcome onDirectory(Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "rejected replay");
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed)) {
      return Replay.of(session, surroundings.stop()).run(source, inputs);
    }
  }

  private static String line(ReplayOutcome outcome) {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %,d repaired, %,d still rejected",
            outcome.source(),
            outcome.repaired(),
            outcome.stillRejected());
    return outcome.notFound() == 0
        ? line
        : line + String.format(Locale.ROOT, ", %,d not found in what was read", outcome.notFound());
  }
}
