package org.kuroshio.standalone.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.kuroshio.serve.delivery.settings.DeliverySettings;
import org.kuroshio.standalone.simulation.SimulationPlan;

/**
 * What a demo does once it stands.
 *
 * @param simulation empty to show the paper's data alone
 * @param betweenSummaries how often a line is printed
 * @param httpPort on the loopback address; 0 for any that is free
 * @param delivery where alerts go
 * @param databasePort of the warehouse's PostgreSQL, 0 for any that is free; empty for no warehouse
 * @param history whether the warehouse writes history and events to Iceberg tables too
 */
public record DemoPlan(
    Optional<SimulationPlan> simulation,
    Duration betweenSummaries,
    int httpPort,
    DeliverySettings delivery,
    OptionalInt databasePort,
    boolean history) {}
