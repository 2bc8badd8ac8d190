package org.kuroshio.standalone.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.log.Logs;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.warehouse.CaughtUp;
import org.kuroshio.standalone.warehouse.WarehouseRole;
import org.kuroshio.warehouse.feed.TablesTopic;
import org.kuroshio.warehouse.reconcile.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kuroshio warehouse reconcile}. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Compare the warehouse with the tables' topic, cell by cell.",
    description = {
      "On a data directory: brings the warehouse up to date first. Elsewhere: waits until it is.",
      "Exit status 1 if anything differs."
    })
final class WarehouseReconcileCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Failures failures;

  @Mixin private DataOption data;
  @Mixin private WarehouseOption warehouse;

  WarehouseReconcileCommand(Surroundings surroundings, Failures failures) {
    this.surroundings = surroundings;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    Logs logs = Logs.start(data.isVerbose());
    failures.logTo(logs);
    Optional<WarehouseOption.Place> place = warehouse.place();
    Comparison comparison = place.map(this::elsewhere).orElseGet(() -> ofDirectory(logs));
    print(comparison, surroundings.out());
    return comparison.isEqual() ? CommandLines.DONE : CommandLines.FAILED;
  }

  private Comparison elsewhere(WarehouseOption.Place place) {
    TablesTopic topic = new TablesTopic(place.cluster(), place.topics().indicators());
    return new CaughtUp(topic, place.database(), Optional::empty, surroundings.stop()).compare();
  }

  private Comparison ofDirectory(Logs logs) {
    DataDirectory directory = DataDirectory.openExisting(data.directory(), "warehouse reconcile");
    Regions regions = Regions.shipped();
    Topics topics = Topics.of(new BundledIds());
    try (Session session = Session.open(directory, 0, logs, failures::brokerFailed);
        WarehouseRole role =
            WarehouseRole.start(
                session, topics, CatalogueFiles.shipped(List.of(), regions), regions, 0, false)) {
      TablesTopic topic =
          new TablesTopic(Cluster.open(session.bootstrapServers()), topics.indicators());
      return new CaughtUp(topic, role.database(), role::trouble, surroundings.stop()).compare();
    }
  }

  static void print(Comparison comparison, PrintStream out) {
    out.printf("cut          %s (#%d)%n", comparison.cut(), comparison.sequence());
    out.printf("cells        %,d in the topic%n", comparison.cells());
    out.printf("rows         %,d in the warehouse%n", comparison.rows());
    out.printf(
        "differences  %,d missing, %,d unknown, %,d differing%n",
        comparison.missing(), comparison.unknown(), comparison.differing());
    comparison
        .sums()
        .forEach(
            (indicator, sums) ->
                out.printf(
                    "sum          %s: %s in the topic, %s in the warehouse%n",
                    indicator, sums.get(0).toPlainString(), sums.get(1).toPlainString()));
    comparison.examples().forEach(example -> out.println("  " + example));
    out.println(comparison.isEqual() ? "equal" : "NOT equal");
  }
}
