package org.kuroshio.standalone.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kuroshio.standalone.session.Session;
import org.kuroshio.standalone.warehouse.WarehouseRole;
import org.kuroshio.warehouse.database.Database;

/** Where things are, once the demo stands. */
final class Welcome {
  private final Session session;
  private final DemoPlan plan;
  private final URI address;
  private final Optional<WarehouseRole> warehouse;

  Welcome(Session session, DemoPlan plan, URI address, Optional<WarehouseRole> warehouse) {
    this.warehouse = warehouse;
    this.session = session;
    this.plan = plan;
    this.address = address;
  }

  List<String> lines() {
    Path data = session.directory().root();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "  dashboard   "
                    + address
                    + ", interface described at "
                    + address
                    + "/openapi.json",
                "  Kafka       "
                    + session.bootstrapServers()
                    + ", topics innovation.*, isolation read_committed",
                "  data        " + data + ", kept; the same command goes on from there",
                "  log         " + session.directory().logs(),
                "  simulation  " + simulation(),
                "  tables      kuroshio table venture.stock --group JP-KANTO11 --period FY2007 --url "
                    + address,
                "  alerts      kuroshio alerts list --url " + address));
    warehouse.ifPresent(role -> lines.add("  warehouse   " + where(role.database())));
    return lines;
  }

  private String where(Database database) {
    return "%s, user %s, schema kuroshio; kuroshio warehouse reconcile --kafka %s --database %s"
        .formatted(database.url(), database.user(), session.bootstrapServers(), database.url());
  }

  private String simulation() {
    return plan.simulation()
        .map(
            simulation ->
                String.format(
                    Locale.ROOT,
                    "seed %d, %,d events/s, quality SIMULATED, from 2008-04-01 on; --no-simulation"
                        + " leaves it out",
                    simulation.seed(),
                    simulation.rate()))
        .orElse("none");
  }
}
