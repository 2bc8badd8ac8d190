package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.StoppedException;
import org.kuroshio.standalone.installation.RoleName;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.RunConfigFile;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.plan.ClusterState;
import org.kuroshio.standalone.plan.InstallationPlan;
import org.kuroshio.standalone.plan.PlanText;
import org.kuroshio.standalone.run.Run;
import org.kuroshio.standalone.run.RunState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kuroshio run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Run on a Kafka cluster of your own, until Ctrl-C.",
    description = {
      "Reads sources, computes tables and serves them, as the configuration says, in this process"
          + " or in any number of them. A process that ends, however it ends, is taken over by the"
          + " others."
    },
    footer = {
      "",
      "Example: kuroshio run --config kuroshio.yaml --dry-run",
      "The configuration is explained in docs/running.md."
    })
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration ON_A_TERMINAL = Duration.ofSeconds(5);
  private static final Duration IN_THE_LOG = Duration.ofMinutes(1);

  private final Surroundings surroundings;
  private final Failures failures;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "What to run, and where.")
  private Path file;

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      defaultValue = "streams,ingest",
      description = "What this process does: streams, ingest, serve; default streams,ingest.")
  private List<RoleName> roles;

  @Option(
      names = "--dry-run",
      description = {
        "Print topics, access rules, groups and connectors, and what is there already.",
        "Changes nothing."
      })
  private boolean dryRun;

  @Option(
      names = {"-v", "--verbose"},
      description = "Write the log to standard error too.")
  private boolean verbose;

  RunCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(verbose);
    failures.logTo(logs);
    RunConfig config = RunConfigFile.read(file);
    Set<RoleName> wanted = EnumSet.copyOf(roles);
    return dryRun ? plan(config, wanted) : run(config, wanted, logs);
  }

  private int plan(RunConfig config, Set<RoleName> wanted) {
    Topics topics = config.topics(config.schemaIds());
    InstallationPlan plan = InstallationPlan.of(config, topics, wanted);
    // what is wrong with a rule is said here, and not by the first start
    new AlertRules(CatalogueFiles.shipped(List.of()), Regions.shipped()).with(plan.alertRules());
    Optional<ClusterState> cluster;
    int status = CommandLines.DONE;
    try {
      cluster = Optional.of(ClusterState.read(config, topics));
      if (!cluster.get().problems().isEmpty()) {
        status = CommandLines.FAILED;
      }
    } catch (KafkaException e) {
      surroundings.err().println("kuroshio: the cluster can't be compared: " + e.getMessage());
      cluster = Optional.empty();
      status = CommandLines.FAILED;
    }
    new PlanText(config, plan, cluster).lines().forEach(surroundings.out()::println);
    return status;
  }

  private int run(RunConfig config, Set<RoleName> wanted, Logs logs) {
    logs.into(config.state().resolve("logs"));
    boolean terminal = surroundings.terminal();
    try {
      new Run(config, wanted, surroundings.stop())
          .run(this::show, terminal ? ON_A_TERMINAL : IN_THE_LOG);
    } catch (StoppedException e) {
      // being told to end is how a run ends
    }
    surroundings.err().println("kuroshio: stopped");
    CleanEnd.of(surroundings, logs);
    return CommandLines.DONE;
  }

  private void show(RunState state) {
    LOG.atInfo().log(state.line());
    if (surroundings.terminal()) {
      LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
      surroundings.err().println(now + " " + state.line());
    }
  }
}
