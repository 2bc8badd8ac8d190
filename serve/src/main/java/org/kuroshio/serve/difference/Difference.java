package org.kuroshio.serve.difference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.serve.explanation.EntityEvent;
import org.kuroshio.serve.explanation.EventLog;

/**
 * What changed between two cuts.
 *
 * @param changedCells how many changed in all, wanted or not
 * @param wantedCells how many of these are wanted
 * @param cells those that are told of: by indicator and region, long and late periods first
 * @param changedEntities how many entities have another state, whether that changes a number or not
 * @param countingEntities how many of these add something else to any number than before
 * @param entities the first of those that do, by id
 * @param events behind all entities that are named; forgotten ids have none
 * @param remarks what else can have changed cells
 */
public record Difference(
    Cut from,
    Cut to,
    int changedCells,
    int wantedCells,
    List<Changed> cells,
    int changedEntities,
    int countingEntities,
    List<EntityChange> entities,
    Map<EventLog.Position, EntityEvent> events,
    List<String> remarks) {
  /**
   * A changed cell with its cause.
   *
   * @param otherPeriods how many more periods of the same row changed and are not told of
   */
  public record Changed(CellDifference cell, Cause cause, int otherPeriods) {}

  public Difference {
    cells = List.copyOf(cells);
    entities = List.copyOf(entities);
    events = Map.copyOf(events);
    remarks = List.copyOf(remarks);
  }

  /** The event that changed the entity; empty if it forgot the id. */
  public Optional<EntityEvent> event(EntityChange change) {
    return Optional.ofNullable(events.get(position(change)));
  }

  /** What the event did to its entity, in a word. */
  public String verb(EntityChange change) {
    Optional<EntityEvent> event = event(change);
    if (event.isEmpty()) {
      return "forgotten";
    }
    if (event.get().op().equals("WITHDRAW")) {
      return "withdrawn";
    }
    return change.isNew() ? "new" : "changed";
  }

  static EventLog.Position position(EntityChange change) {
    return new EventLog.Position(change.source(), change.offset());
  }
}
