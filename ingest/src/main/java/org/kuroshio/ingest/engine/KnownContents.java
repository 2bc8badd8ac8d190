package org.kuroshio.ingest.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How far contents were read, by earlier loads and in this one. Used by one thread. */
public final class KnownContents {
  /** Where positions are stored. */
  public interface Store {
    Store NONE = contents -> Map.of();

    /**
     * The positions of those contents that have one; called on the reading thread, some hundred
     * contents at a time, and may block.
     */
    Map<String, ReadPosition> positions(Collection<String> contents);
  }

  private final Store store;
  private final Map<String, ReadPosition> positions = new HashMap<>();

  public KnownContents(Store store) {
    this.store = store;
  }

  /** Asks the store for these contents. */
  void ask(Collection<String> contents) {
    Set<String> unknown = new TreeSet<>(contents);
    unknown.removeAll(positions.keySet());
    if (!unknown.isEmpty()) {
      positions.putAll(store.positions(unknown));
    }
  }

  ReadPosition position(String content) {
    return positions.getOrDefault(content, ReadPosition.START);
  }

  void completed(String content, long records) {
    positions.put(content, new ReadPosition(records, true));
  }
}
