package org.kuroshio.standalone.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.trial.LiveTrial;
import org.kuroshio.ingest.trial.SourceTrial;
import org.kuroshio.ingest.trial.TrialReport;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.log.Logs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kuroshio sources try}. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Read a source's first records and print the events that they become.",
    description = {
      "Needs no data directory and leaves nothing behind. With --input it reads files, or answers",
      "of a server that were saved; without, it asks the source's server, within its rates."
    })
final class SourcesTryCommand implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(50);

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
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = {
        "A setting of the source's own; may be repeated. Secrets better stand in the environment:",
        "KUROSHIO_SOURCE_NAME."
      })
  private Map<String, String> settings = Map.of();

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
    Logs.start(false);
    SourceDefinition declared = SourceDefinitions.find(source);
    Map<String, String> given =
        new HashMap<>(
            SettingValues.fromEnvironment(declared.name(), declared.settings(), System.getenv()));
    given.putAll(settings);
    SourceDefinition definition = SourceDefinitions.find(source, given);
    TrialReport report =
        inputs.isEmpty() && definition.transport() instanceof HttpTransport
            ? ofServer(definition, given)
            : new SourceTrial(definition, this::show, this::note).run(inputs, limit);
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

  private void show(String event) {
    surroundings.out().println(event);
  }

  private void note(String notice) {
    surroundings.err().println(notice);
  }

  /** On a thread of its own, so that Ctrl-C ends it also while the server is silent. */
  private TrialReport ofServer(SourceDefinition definition, Map<String, String> given) {
    SettingValues values = SettingValues.of(definition.name(), definition.settings(), given);
    LiveTrial trial = new LiveTrial(definition, values, this::show, this::note);
    FutureTask<TrialReport> asking = new FutureTask<>(() -> trial.run(limit));
    Thread thread = new Thread(asking, "kuroshio-try");
    thread.setDaemon(true);
    thread.start();
    try {
      while (!asking.isDone()) {
        surroundings.stop().await(LOOK);
      }
      return asking.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException why
          ? why
          : new Failure("asking the server of " + source + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while asking the server of " + source, e);
    } finally {
      trial.cancel();
    }
  }
}
