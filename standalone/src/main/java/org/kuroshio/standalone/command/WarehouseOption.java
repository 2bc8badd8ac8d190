package org.kuroshio.standalone.command;

import java.nio.file.Path;
import java.util.Optional;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.RunConfigFile;
import org.kuroshio.warehouse.database.Database;
import picocli.CommandLine.Option;

/** A warehouse that runs elsewhere: its cluster and its database. */
final class WarehouseOption {
  static final String PASSWORD = "KUROSHIO_WAREHOUSE_PASSWORD";

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = {
        "The database of a running demo or installation instead of a data directory:",
        "jdbc:postgresql://host:port/name. Its password is taken from " + PASSWORD + "."
      })
  private String database;

  @Option(
      names = "--user",
      paramLabel = "USER",
      defaultValue = "postgres",
      description = "The database's user; default postgres.")
  private String user;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "With --database: the cluster, where it asks for no login.")
  private String kafka;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "With --database: the cluster of a run's configuration.")
  private Path config;

  /** Cluster, topics and database, ready to be asked. */
  record Place(Cluster cluster, Topics topics, Database database, Optional<RunConfig> config) {}

  /**
   * Empty where a data directory is meant.
   *
   * @throws Failure if the options don't fit together
   */
  Optional<Place> place() {
    if (database == null) {
      if (kafka != null || config != null) {
        throw new Failure("--kafka and --config need --database, the warehouse to ask");
      }
      return Optional.empty();
    }
    if ((kafka == null) == (config == null)) {
      throw new Failure("--database needs one of --kafka HOST:PORT and --config FILE");
    }
    Database found = new Database(database, user, password());
    if (config == null) {
      return Optional.of(
          new Place(Cluster.open(kafka), Topics.of(new BundledIds()), found, Optional.empty()));
    }
    RunConfig read = RunConfigFile.read(config);
    return Optional.of(
        new Place(read.cluster(), read.topics(read.schemaIds()), found, Optional.of(read)));
  }

  private static String password() {
    return Optional.ofNullable(System.getenv(PASSWORD)).orElse("");
  }
}
