package org.kuroshio.standalone.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.kuroshio.serve.delivery.settings.DeliverySettings;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.demo.Demo;
import org.kuroshio.standalone.demo.DemoPlan;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.failure.StoppedException;
import org.kuroshio.standalone.installation.RunConfigFile;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.simulation.SimulationPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kuroshio demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Everything in one process on the founding paper's data, until Ctrl-C.",
    description = {
      "Starts a broker, Connect, the streams and a web server, loads 'paper' and 'population-jp',"
          + " and then keeps simulated facts flowing: ventures that are founded, move and close,"
          + " patents, licences, milestones. They are of quality SIMULATED and dated from FY2008"
          + " on, so that every number of the paper stays as it is."
    })
final class DemoCommand implements Runnable {
  private static final Duration BETWEEN_SUMMARIES = Duration.ofSeconds(5);

  private final Surroundings surroundings;
  private final Failures failures;

  @Spec private CommandSpec spec;

  @Option(names = "--no-simulation", description = "Load the data and leave it at that.")
  private boolean withoutSimulation;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10",
      description = "Simulated events a second, 1 to 100000; default 10.")
  private int rate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same events; default 1.")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The demo's own data directory, kept between runs.",
        "Default: 'demo' inside KUROSHIO_DATA, else ./data/demo."
      })
  private Path directory;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = {
        "The port on localhost of the dashboard and the HTTP interface; 0 for any that is free.",
        "Default: 8080."
      })
  private int port;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port on 127.0.0.1 where Kafka answers; default: any that is free.")
  private int kafkaPort;

  @Option(
      names = "--delivery",
      paramLabel = "FILE",
      description = "Channels that alerts go to: YAML as under 'alerts: delivery:' of run.")
  private Path delivery;

  @Option(
      names = "--warehouse",
      description = {
        "Keep the tables in a PostgreSQL too, which is started with the demo and keeps its data",
        "in the data directory. The launcher downloads what it needs the first time."
      })
  private boolean warehouse;

  @Option(
      names = "--warehouse-history",
      description = "With --warehouse: history and events in Iceberg tables as well.")
  private boolean history;

  @Option(
      names = "--warehouse-port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port on 127.0.0.1 of that PostgreSQL; default: any that is free.")
  private int warehousePort;

  @Option(
      names = {"-v", "--verbose"},
      description = "Write the log to standard error too.")
  private boolean verbose;

  DemoCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    long started = System.nanoTime() - Duration.ofMillis(uptimeMillis()).toNanos();
    Logs logs = Logs.start(verbose);
    failures.logTo(logs);
    DemoPlan plan =
        new DemoPlan(
            simulation(),
            BETWEEN_SUMMARIES,
            port,
            channels(),
            warehouse ? OptionalInt.of(warehousePort) : OptionalInt.empty(),
            history);
    requireFree(port);
    DataDirectory data = DataDirectory.openOrCreate(directory(), "demo");
    try (Session session = Session.open(data, kafkaPort, logs, failures::brokerFailed)) {
      new Demo(session, plan, surroundings.out(), surroundings.stop()).run(started);
    } catch (StoppedException e) {
      // being told to end is how a demo ends
    }
    surroundings.out().println("stopped");
    CleanEnd.of(surroundings, logs);
  }

  /** Before a broker is started for it. */
  private static void requireFree(int port) {
    if (port < 0 || port > 65_535) {
      throw new Failure("--port is 1 to 65535, or 0 for any that is free; was " + port);
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Failure(
          "port %d is taken by another program (%s): stop that program, or choose another port with --port N (0 for any that is free)"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private Optional<SimulationPlan> simulation() {
    try {
      return withoutSimulation ? Optional.empty() : Optional.of(new SimulationPlan(seed, rate));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--rate: " + e.getMessage(), e);
    }
  }

  private DeliverySettings channels() {
    return delivery == null ? DeliverySettings.NONE : RunConfigFile.readDelivery(delivery);
  }

  /** Never the directory of real data itself: simulated facts stay apart. */
  private Path directory() {
    if (directory != null) {
      return directory;
    }
    String data = System.getenv("KUROSHIO_DATA");
    return Path.of(data == null || data.isBlank() ? "data" : data).resolve("demo");
  }

  private static long uptimeMillis() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }
}
