package org.kuroshio.serve.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.TreeMap;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;

/** What could not be used: counted, and the latest ones themselves. Safe for many threads. */
public final class Rejections implements TopicFollower.Taker<Rejection> {
  /** A page of them, whatever the source. */
  private static final int LATEST = 1_000;

  private record Reason(String source, RejectionStage stage, String reason) {}

  private record Count(long records, Instant lastAt) {
    Count with(Instant at) {
      return new Count(records + 1, at.isAfter(lastAt) ? at : lastAt);
    }
  }

  private final TreeMap<Reason, Count> counts =
      new TreeMap<>(
          Comparator.comparing(Reason::source)
              .thenComparing(Reason::stage)
              .thenComparing(Reason::reason));
  private final Deque<Rejection> latest = new ArrayDeque<>();

  @Override
  public synchronized void take(String key, Rejection rejection) {
    if (rejection == null) {
      return;
    }
    Reason reason = new Reason(rejection.getSource(), rejection.getStage(), rejection.getReason());
    counts.put(
        reason, counts.getOrDefault(reason, new Count(0, Instant.EPOCH)).with(rejection.getAt()));
    latest.addFirst(rejection);
    if (latest.size() > LATEST) {
      latest.removeLast();
    }
  }

  /** How many there ever were. */
  public synchronized double total() {
    return counts.values().stream().mapToLong(Count::records).sum();
  }

  /**
   * As `/rejected` answers; never the bytes.
   *
   * @param source empty for all
   * @param most of the latest
   */
  public synchronized void put(ObjectNode answer, String source, int most) {
    ArrayNode all = answer.arrayNode();
    long[] total = {0};
    counts.forEach(
        (reason, count) -> {
          if (source.isEmpty() || source.equals(reason.source())) {
            total[0] += count.records();
            all.addObject()
                .put("source", reason.source())
                .put("stage", reason.stage().name())
                .put("reason", reason.reason())
                .put("count", count.records())
                .put("lastAt", count.lastAt().toString());
          }
        });
    answer.put("total", total[0]);
    answer.set("counts", all);
    putLatest(answer.putArray("latest"), source, most);
  }

  private void putLatest(ArrayNode array, String source, int most) {
    Iterator<Rejection> newestFirst = latest.iterator();
    while (newestFirst.hasNext() && array.size() < most) {
      Rejection rejection = newestFirst.next();
      if (source.isEmpty() || source.equals(rejection.getSource())) {
        RecordJson.put(array.addObject(), rejection);
      }
    }
  }
}
