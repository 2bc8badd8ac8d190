package org.kuroshio.indicators.alert.reconciliation;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.table.BaseTable.Source;

/**
 * The published figures among the base sums, by partition, so that a full sending replaces what a
 * partition said before. One thread.
 */
public final class FigureBook {
  private final Map<Source, Map<BaseKey, Figure>> sources = new HashMap<>();
  private final Map<Source, Map<BaseKey, Figure>> resent = new HashMap<>();
  private final Map<Source, Long> through = new HashMap<>();
  private boolean changed;

  /** Every event of the partition below the offset is in the sums that came before. */
  public void marker(Source source, long offset) {
    through.put(source, offset);
  }

  /** The last marker's offset by partition. */
  Map<Source, Long> through() {
    return through;
  }

  /**
   * A base sum.
   *
   * @param presence how many events say it; 0 if none does any more
   */
  public void sum(Source source, BaseKey key, long presence) {
    if (!Figure.isFigure(key)) {
      return;
    }
    Map<BaseKey, Figure> figures =
        resent.containsKey(source)
            ? resent.get(source)
            : sources.computeIfAbsent(source, s -> new HashMap<>());
    Optional<Figure> figure = presence > 0 ? Figure.of(key) : Optional.empty();
    figure.ifPresentOrElse(f -> figures.put(key, f), () -> figures.remove(key));
    changed = true;
  }

  /** The partition begins to send everything. */
  public void reset(Source source) {
    resent.put(source, new HashMap<>());
  }

  /** The partition has sent everything. */
  public void end(Source source) {
    Map<BaseKey, Figure> all = resent.remove(source);
    if (all != null) {
      sources.put(source, all);
      changed = true;
    }
  }

  /** Whether any figure changed since the last call. */
  boolean drainChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** Every figure by the id of its entity. */
  Collection<Figure> all() {
    Map<String, Figure> byId = new TreeMap<>();
    sources.values().forEach(m -> m.values().forEach(f -> byId.put(f.entityId(), f)));
    return byId.values();
  }
}
