package org.kuroshio.indicators.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.projection.Item;

/** Collects the entities behind one number over the partitions of its stream. */
public final class Contributors {
  /**
   * One entity may enter and leave a stock, or stand in several cells: its contributions are added
   * up.
   */
  private record Found(String topic, int partition, long offset, String entityId, String names) {}

  private final CellScope scope;
  private final Map<Found, Rational> found = new LinkedHashMap<>();

  public Contributors(CellScope scope) {
    this.scope = scope;
  }

  /** Looks through one partition's entities. */
  public void collect(String topic, int partition, EntityLedger ledger) {
    ledger.contributors(
        scope, (id, offset, cell, amount) -> add(topic, partition, offset, id, cell, amount));
  }

  private void add(String topic, int partition, long offset, String id, BaseKey cell, long amount) {
    String names = Item.isDistinct(cell.item()) ? cell.item().substring(1) : "";
    found.merge(
        new Found(topic, partition, offset, id, names), scope.adds(cell, amount), Rational::add);
  }

  /** The entities that add anything, the largest first, then by id. */
  public List<Contributor> all() {
    List<Contributor> all = new ArrayList<>();
    found.forEach(
        (f, adds) -> {
          if (!adds.isZero()) {
            all.add(
                new Contributor(
                    f.topic(), f.partition(), f.offset(), f.entityId(), adds, f.names()));
          }
        });
    all.sort(
        Comparator.comparing(Contributor::adds)
            .reversed()
            .thenComparing(Contributor::entityId)
            .thenComparing(Contributor::names));
    return all;
  }
}
