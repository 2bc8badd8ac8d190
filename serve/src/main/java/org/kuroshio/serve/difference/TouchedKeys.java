package org.kuroshio.serve.difference;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.serve.explanation.EntityIndex;
import org.kuroshio.serve.explanation.EventLog;
import org.kuroshio.serve.explanation.EventOffsets;

/** The entities that any event between two cuts is about. */
final class TouchedKeys implements EntityIndex.Keys {
  private final Map<Source, Set<ByteBuffer>> keys = new HashMap<>();

  private TouchedKeys() {}

  static TouchedKeys between(EventLog log, EventOffsets from, EventOffsets to) {
    TouchedKeys touched = new TouchedKeys();
    for (Source source : to.sources()) {
      log.read(
          source,
          from.of(source),
          to.of(source),
          (key, value, offset) -> {
            if (key != null) {
              touched.keys.computeIfAbsent(source, s -> new HashSet<>()).add(ByteBuffer.wrap(key));
            }
          });
    }
    return touched;
  }

  @Override
  public boolean contains(Source source, byte[] key) {
    Set<ByteBuffer> known = keys.get(source);
    return known != null && known.contains(ByteBuffer.wrap(key));
  }

  @Override
  public boolean isIn(Source source) {
    return keys.containsKey(source);
  }
}
