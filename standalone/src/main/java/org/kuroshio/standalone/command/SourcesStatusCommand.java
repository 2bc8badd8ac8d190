package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.print.OutputFormat;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.RunConfigFile;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.remote.RemoteServer;
import org.kuroshio.standalone.remote.RemoteSources;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.sourcestatus.SourceHealth;
import org.kuroshio.standalone.sourcestatus.SourceStatuses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kuroshio sources status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "How the sources are doing: state, last success, what was read, what was rejected.",
    description = {
      "Exit status 1 if a source has failed, or is silent for longer than its rhythm."
    })
final class SourcesStatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Failures failures;

  @Mixin private DataOption data;

  @Mixin private PlaceOption place;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Ask the cluster of a run's configuration instead of a data directory.")
  private Path config;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (for people), csv or json; default text.")
  private OutputFormat format;

  SourcesStatusCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    List<SourceHealth> all = all(logs);
    if (all.isEmpty()) {
      surroundings.err().println("no source has said anything yet");
    }
    new SourceStatusWriter(surroundings.out()).write(all, format);
    return all.stream().anyMatch(SourceHealth::isUnwell) ? CommandLines.FAILED : CommandLines.DONE;
  }

  private List<SourceHealth> all(Logs logs) {
    Optional<RemoteServer> server = place.server();
    if (server.isPresent()) {
      return RemoteSources.read(server.get(), Instant.now());
    }
    return config == null ? ofDirectory(logs) : ofCluster();
  }

  private List<SourceHealth> ofDirectory(Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "sources status");
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed)) {
      return read(Cluster.open(session.bootstrapServers()), Topics.of(new BundledIds()));
    }
  }

  private List<SourceHealth> ofCluster() {
    RunConfig read = RunConfigFile.read(config);
    return read(read.cluster(), read.topics(read.schemaIds()));
  }

  private List<SourceHealth> read(Cluster cluster, Topics topics) {
    return SourceStatuses.read(cluster, topics, Instant.now(), surroundings.stop()::check);
  }
}
