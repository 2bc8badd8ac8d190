package org.kuroshio.standalone.simulation;

import java.time.Instant;
import org.kuroshio.schemas.entity.KeyedEvent;

/**
 * One event of a simulation.
 *
 * @param number 0, 1, 2, ... in the order of the simulation
 * @param publishedAt when the fact is published in the simulated world; the Kafka record's time
 * @param event never a terminal
 */
public record SimulatedEvent(
    long number, Occurrence occurrence, Instant publishedAt, KeyedEvent event) {}
