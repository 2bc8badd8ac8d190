package org.kuroshio.serve.difference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.explanation.EntityIndex;
import org.kuroshio.serve.explanation.EventLog;
import org.kuroshio.serve.explanation.EventOffsets;

/**
 * What the entities that any event touched add now and added before. Takes room for these entities
 * only, however many the log has.
 */
final class StateChanges {
  /** An entity in its partition. */
  record Entity(Source source, String id) {}

  /** What an entity added to a base cell and adds now; not the same. */
  record Amounts(Entity entity, BaseKey cell, long before, long after) {}

  private record Cell(Entity entity, BaseKey key) {}

  private final Map<Entity, EntityChange> changes = new HashMap<>();
  private final Map<String, List<Amounts>> byMeasure = new HashMap<>();
  private final Set<Entity> counting = new HashSet<>();

  private StateChanges() {}

  static StateChanges between(
      EventOffsets from,
      EventOffsets to,
      EventLog log,
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions) {
    TouchedKeys touched = TouchedKeys.between(log, from, to);
    EntityIndex before = new EntityIndex(log, topics, ids, catalogue, regions, touched);
    EntityIndex after = new EntityIndex(log, topics, ids, catalogue, regions, touched);
    StateChanges changes = new StateChanges();
    Set<Entity> known = new HashSet<>();
    before.advanceTo(from, read -> known.add(entity(read.source(), read.key())));
    after.advanceTo(
        to,
        read -> {
          if (read.offset() >= from.of(read.source())
              && read.outcome() instanceof Outcome.Applied) {
            Entity entity = entity(read.source(), read.key());
            changes.changes.put(
                entity,
                new EntityChange(
                    read.source(), entity.id(), read.offset(), !known.contains(entity)));
          }
        });
    Map<Cell, long[]> amounts = new HashMap<>();
    collect(before, from, amounts, 0);
    collect(after, to, amounts, 1);
    amounts.forEach((cell, both) -> changes.add(cell, both[0], both[1]));
    return changes;
  }

  private static void collect(
      EntityIndex index, EventOffsets offsets, Map<Cell, long[]> amounts, int which) {
    index.at(
        offsets,
        facts -> {
          for (EventStream stream : EventStream.values()) {
            facts.behind(
                stream,
                key -> true,
                (source, offset, id, cell, amount) ->
                    amounts
                            .computeIfAbsent(
                                new Cell(new Entity(source, id), cell), c -> new long[2])[which] +=
                        amount);
          }
          return null;
        });
  }

  private void add(Cell cell, long before, long after) {
    if (before != after) {
      counting.add(cell.entity());
      byMeasure
          .computeIfAbsent(cell.key().measure(), m -> new ArrayList<>())
          .add(new Amounts(cell.entity(), cell.key(), before, after));
    }
  }

  private static Entity entity(Source source, byte[] key) {
    return new Entity(source, new String(key, StandardCharsets.UTF_8));
  }

  /** The entities that add something else than before to anything, by id. */
  List<EntityChange> counting() {
    return changes.entrySet().stream()
        .filter(change -> counting.contains(change.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(EntityChange::entityId).thenComparing(c -> c.source().topic()))
        .toList();
  }

  /** How many entities have another state than before, whether that changes a number or not. */
  int all() {
    return changes.size();
  }

  EntityChange change(Entity entity) {
    return changes.get(entity);
  }

  /** What changed in the base cells of a measure. */
  Collection<Amounts> of(String measure) {
    return byMeasure.getOrDefault(measure, List.of());
  }
}
