package org.kuroshio.serve.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.kuroshio.schemas.table.SourceStatus;

/** The newest word of every source. Safe for many threads. */
public final class SourceStatuses implements TopicFollower.Taker<SourceStatus> {
  private final Map<String, SourceStatus> byKey = new ConcurrentSkipListMap<>();

  @Override
  public void take(String key, SourceStatus status) {
    if (status == null) {
      byKey.remove(key);
    } else {
      byKey.put(key, status);
    }
  }

  /** By source and slice. */
  public Collection<SourceStatus> all() {
    return List.copyOf(byKey.values());
  }

  /** As `/sources` answers. */
  public void put(ArrayNode sources) {
    all().forEach(status -> RecordJson.put(sources.addObject(), status));
  }
}
