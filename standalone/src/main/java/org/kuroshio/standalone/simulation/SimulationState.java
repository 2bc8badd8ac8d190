package org.kuroshio.standalone.simulation;

import java.time.LocalDate;
import java.util.Map;

/**
 * How far a simulation is, at one moment.
 *
 * @param events sent and acknowledged, those of earlier runs included
 * @param day the simulated today
 * @param occurrences how often each thing has happened; what never has is left out
 */
public record SimulationState(long events, LocalDate day, Map<Occurrence, Long> occurrences) {
  public SimulationState {
    occurrences = Map.copyOf(occurrences);
  }

  public long count(Occurrence occurrence) {
    return occurrences.getOrDefault(occurrence, 0L);
  }
}
