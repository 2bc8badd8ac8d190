package org.kuroshio.standalone.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kuroshio.standalone.simulation.Occurrence;
import org.kuroshio.standalone.simulation.SimulationState;

/** One line of how everything stands. */
final class Summary {
  private static final List<Occurrence> SHOWN =
      List.of(Occurrence.FOUNDING, Occurrence.MOVE, Occurrence.CLOSURE);

  private Summary() {}

  /**
   * @param simulation empty where none runs
   * @param behind from an event's receipt to a table that holds it; empty before the first measure
   * @param alerts how many alerts there are
   */
  static String line(
      Headlines headlines,
      Optional<SimulationState> simulation,
      Optional<Duration> behind,
      String alerts) {
    List<String> parts = new ArrayList<>();
    simulation.ifPresent(state -> parts.add(simulated(state, SHOWN)));
    parts.add(headlines.cut() + behind.map(Summary::seconds).orElse(""));
    parts.add(headlines.paper());
    parts.add(headlines.current());
    parts.add(alerts);
    return String.join(" | ", parts);
  }

  /** Everything that happened, for the end. */
  static String total(SimulationState simulation) {
    return simulated(simulation, List.of(Occurrence.values()));
  }

  private static String simulated(SimulationState state, List<Occurrence> shown) {
    String events =
        String.format(Locale.ROOT, "%,d simulated events to %s", state.events(), state.day());
    return Stream.concat(
            Stream.of(events),
            shown.stream()
                .filter(occurrence -> state.count(occurrence) > 0)
                .map(occurrence -> count(state, occurrence)))
        .collect(Collectors.joining(", "));
  }

  private static String count(SimulationState state, Occurrence occurrence) {
    return String.format(Locale.ROOT, "%,d %s", state.count(occurrence), occurrence.plural());
  }

  private static String seconds(Duration behind) {
    return String.format(Locale.ROOT, ", %.1f s behind", behind.toMillis() / 1000.0);
  }
}
