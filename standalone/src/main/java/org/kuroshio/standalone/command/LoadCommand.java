package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.kuroshio.schemas.topic.TopicSettings;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.load.Load;
import org.kuroshio.standalone.load.LoadPlan;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kuroshio load}. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Read a source to its end and bring the tables up to date.",
    description = {
      "Reads the files of a source, or without --input all that a live source's server has now, "
          + "publishes what they say as events, and ends when the tables "
          + "hold all of it. What was read before is known and not published twice; a load that was "
          + "stopped goes on where it was."
    },
    footer = {
      "",
      "Example: kuroshio load nta-diff --input examples/nta-diff",
      "Exit status 1 also if a file could not be read to its end."
    })
final class LoadCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Failures failures;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      description = "A shipped source (kuroshio sources list), or the path of a definition.")
  private String source;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Files, folders or globs; .gz, .zip and .tar.gz are opened.")
  private List<String> inputs = List.of();

  @Mixin private DataOption data;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = {
        "Partitions of each event topic of a new data directory (default: 4).",
        "It can't be changed later."
      })
  private Integer partitions;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The broker's port on 127.0.0.1 while this runs; default: any that is free.")
  private int kafkaPort;

  LoadCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    LoadPlan plan = LoadPlan.of(source, inputs, eventPartitions());
    DataDirectory directory = DataDirectory.openOrCreate(data.directory(), "load " + source);
    ProgressLine progress =
        new ProgressLine(surroundings.err(), surroundings.terminal(), plan.source());
    Load.Outcome outcome;
    try (Session session = Session.open(directory, kafkaPort, logs, failures::brokerFailed)) {
      outcome = new Load(session, surroundings.stop(), progress).run(plan);
    } finally {
      progress.clear();
    }
    return report(outcome);
  }

  private OptionalInt eventPartitions() {
    try {
      return partitions == null
          ? OptionalInt.empty()
          : OptionalInt.of(TopicSettings.DEFAULT.withEventPartitions(partitions).eventPartitions());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--partitions: " + e.getMessage(), e);
    }
  }

  private int report(Load.Outcome outcome) {
    outcome
        .skipped()
        .forEach(
            file ->
                surroundings
                    .err()
                    .println("skipped " + file + ": matches no pattern of " + source));
    outcome.rejections().first().forEach(words -> surroundings.err().println("rejected " + words));
    surroundings.out().println(outcome.report().text());
    long rejected = outcome.report().counts().rejectedTotal();
    if (rejected > 0) {
      surroundings.err().println("All rejected records: " + listCommand(data.directory()));
    }
    if (outcome.report().foundNothingOfTheSource()) {
      throw new Failure(
          "nothing was read: no file matches a pattern of %s (kuroshio sources list)"
              .formatted(source));
    }
    if (outcome.rejections().unreadable() > 0) {
      throw new Failure(
          "%d of the rejected are files, or rests of files, that could not be read; everything else is in the tables"
              .formatted(outcome.rejections().unreadable()));
    }
    return CommandLines.DONE;
  }

  private static String listCommand(Path directory) {
    return "kuroshio rejected list --data " + directory;
  }
}
