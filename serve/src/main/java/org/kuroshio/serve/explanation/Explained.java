package org.kuroshio.serve.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.explain.Check;
import org.kuroshio.indicators.explain.Cited;
import org.kuroshio.indicators.explain.Contributor;
import org.kuroshio.indicators.explain.Explanation;
import org.kuroshio.schemas.table.Cut;

/**
 * An answer: the cells, and the events of the entities that are named in it.
 *
 * @param cut of which the tables and the entities are
 * @param cells one, or one for each currency
 */
public record Explained(
    Cut cut, List<Explanation> cells, Map<EventLog.Position, EntityEvent> events) {
  public Explained {
    cells = List.copyOf(cells);
    events = Map.copyOf(events);
  }

  static Explained of(Cut cut, List<Explanation> cells, EventReader reader) {
    Set<EventLog.Position> named = new LinkedHashSet<>();
    cells.forEach(cell -> addNamed(cell, named));
    return new Explained(cut, cells, reader.read(named));
  }

  /** The event behind an entity that is named. */
  public Optional<EntityEvent> event(Contributor entity) {
    return Optional.ofNullable(events.get(position(entity)));
  }

  /** What does not add up; empty if everything does. */
  public List<String> contradictions() {
    return cells.stream().flatMap(cell -> contradictions(cell).stream()).distinct().toList();
  }

  private static List<String> contradictions(Explanation cell) {
    List<String> all = new ArrayList<>();
    cell.check()
        .filter(check -> !check.holds())
        .map(Check::words)
        .ifPresent(
            words ->
                all.add(cell.cell().indicator() + " of " + cell.cell().region() + ": " + words));
    cell.inputs().forEach(input -> all.addAll(contradictions(input.of())));
    return all;
  }

  private static void addNamed(Explanation cell, Set<EventLog.Position> named) {
    cell.entities().ifPresent(e -> e.shown().forEach(c -> named.add(position(c))));
    for (Cited cited : cell.cited()) {
      cited.entities().forEach(c -> named.add(position(c)));
    }
    cell.inputs().forEach(input -> addNamed(input.of(), named));
  }

  private static EventLog.Position position(Contributor entity) {
    return new EventLog.Position(entity.source(), entity.offset());
  }
}
