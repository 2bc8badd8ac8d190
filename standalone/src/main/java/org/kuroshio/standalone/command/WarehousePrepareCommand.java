package org.kuroshio.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.warehouse.database.Definitions;
import org.kuroshio.warehouse.feed.FeedStart;
import org.kuroshio.warehouse.feed.TablesFeed;
import org.kuroshio.warehouse.feed.TablesTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kuroshio warehouse prepare}. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Make the tables in a database and print the settings of the sink that fills them.",
    description = {
      "For a Connect cluster of your own; to be called while the connector does not run. Leaves"
          + " data alone, and sets the connector's position to the beginning where the database is"
          + " new. The settings are the body of PUT /connectors/"
          + TablesFeed.NAME
          + "/config."
    })
final class WarehousePrepareCommand implements Runnable {
  private final Surroundings surroundings;
  private final Failures failures;

  @Option(
      names = {"-v", "--verbose"},
      description = "Write the log to standard error too.")
  private boolean verbose;

  @Mixin private WarehouseOption warehouse;

  WarehousePrepareCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public void run() {
    failures.logTo(Logs.start(verbose));
    WarehouseOption.Place place =
        warehouse
            .place()
            .orElseThrow(() -> new Failure("--database is missing: the database to prepare"));
    Regions regions = Regions.shipped();
    Definitions.apply(place.database(), CatalogueFiles.shipped(List.of(), regions), regions);
    TablesTopic topic = new TablesTopic(place.cluster(), place.topics().indicators());
    try (Admin admin = place.cluster().admin()) {
      new FeedStart(admin, topic, place.database()).prepare();
    }
    surroundings.out().println(json(settings(place)));
  }

  private static Map<String, String> settings(WarehouseOption.Place place) {
    Map<String, String> converter = new HashMap<>();
    place
        .config()
        .flatMap(RunConfig::registry)
        .ifPresent(base -> converter.put("registry", base.toString()));
    Map<String, String> settings =
        new TreeMap<>(
            TablesFeed.settings(
                place.database(), place.topics().indicators().name(), converter, -1));
    // never the password itself: the workers have it in their environment
    settings.put("connection.password", "${env:" + WarehouseOption.PASSWORD + "}");
    settings.put("consumer.override.isolation.level", "read_committed");
    settings.put("consumer.override.max.poll.records", "20000");
    settings.put("consumer.override.max.partition.fetch.bytes", String.valueOf(8 << 20));
    return settings;
  }

  private static String json(Map<String, String> settings) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can be written as JSON", e);
    }
  }
}
