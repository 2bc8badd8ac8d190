package org.kuroshio.standalone.command;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.connect.ConnectorReport;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.warehouse.WarehouseRole;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.database.EmbeddedDatabase;
import org.kuroshio.warehouse.feed.TablesFeed;
import org.kuroshio.warehouse.feed.TablesTopic;
import org.kuroshio.warehouse.reconcile.Blockade;
import org.kuroshio.warehouse.reconcile.FeedStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kuroshio warehouse status}. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "How far the warehouse is: the cut it shows, what it still lacks.",
    description =
        "Exit status 1 if it is not at the topic's last cut, lacks cells of its own, or the sink"
            + " does not run.")
final class WarehouseStatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Failures failures;

  @Mixin private DataOption data;
  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--connect",
      paramLabel = "URL",
      description =
          "With --database: the REST interface of the Connect cluster, to say what the sink does.")
  private URI connect;

  WarehouseStatusCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Optional<WarehouseOption.Place> place = warehouse.place();
    if (connect != null && place.isEmpty()) {
      throw new Failure("--connect needs --database: a data directory's sinks run only with it");
    }
    boolean running = connect == null || isRunning(surroundings.out());
    FeedStatus status =
        place.isPresent()
            ? status(place.get().cluster(), place.get().topics(), place.get().database())
            : ofDirectory(logs);
    print(status, surroundings.out());
    place
        .flatMap(found -> Blockade.of(found.database()))
        .ifPresent(words -> surroundings.out().println("waits      for " + words));
    return status.isUpToDate() && running ? CommandLines.DONE : CommandLines.FAILED;
  }

  /** Said first: the database may be what is wrong, and not answer us either. */
  private boolean isRunning(PrintStream out) {
    ConnectorReport report = ConnectorReport.of(connect, TablesFeed.NAME);
    out.printf(
        "connector  %s%s%n",
        report.state(), report.reason().isEmpty() ? "" : ": " + report.reason());
    return report.isRunning();
  }

  private FeedStatus ofDirectory(Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "warehouse status");
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed);
        EmbeddedDatabase database = WarehouseRole.database(session, 0)) {
      return status(
          Cluster.open(session.bootstrapServers()),
          Topics.of(new BundledIds()),
          database.database());
    }
  }

  private static FeedStatus status(Cluster cluster, Topics topics, Database database) {
    return FeedStatus.of(new TablesTopic(cluster, topics.indicators()), database);
  }

  static void print(FeedStatus status, PrintStream out) {
    out.printf("state      %s%n", state(status));
    out.printf("published  cut #%d%s%n", status.published(), at(status.publishedAt()));
    out.printf("shown      cut #%d%s%n", status.shown(), at(status.shownAt()));
    if (status.publishedAt().isPresent()
        && status.shownAt().isPresent()
        && status.shown() == status.published()) {
      out.printf(
          "delay      %d ms from publication%n",
          Duration.between(status.publishedAt().get(), status.shownAt().get()).toMillis());
    }
    out.printf(
        "behind     %,d records not read, %,d waiting for the end of their cut%n",
        status.behind(), status.waiting());
    out.printf("cells      %,d published, %,d rows%n", status.cells(), status.rows());
  }

  private static String state(FeedStatus status) {
    if (status.filling()) {
      return "filling: the topic is read from its beginning";
    }
    if (!status.isWhole()) {
      return "not whole: cells are missing, see kuroshio rejected list";
    }
    return status.isUpToDate() ? "up to date" : "behind";
  }

  private static String at(Optional<Instant> time) {
    return time.map(instant -> " of " + instant).orElse("");
  }
}
