package org.kuroshio.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;
import org.kuroshio.serve.table.AsOf;
import org.kuroshio.serve.table.TablesReader;

/** The tables of now, or as they were. Safe for many threads. */
final class Tables {
  /** Each may hold a hundred thousand cells of its own. */
  private static final int PASTS = 3;

  private final LiveTables live;
  private final TablesReader reader;

  /** Folding the history takes memory and time: one after the other. */
  private final Semaphore turns = new Semaphore(1);

  private final Map<String, Snapshot> pasts =
      new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Snapshot> eldest) {
          return size() > PASTS;
        }
      };

  Tables(LiveTables live, KafkaClient client, Topics topics) {
    this.live = live;
    this.reader = new TablesReader(client, topics, Pulse.STEADY);
  }

  LiveTables live() {
    return live;
  }

  Snapshot now() {
    return live.current()
        .orElseThrow(
            () ->
                ProblemException.notYet(
                    live.isRestored()
                        ? "there are no tables yet: nothing was loaded"
                        : "the tables are still being read"));
  }

  /**
   * @param asOf empty for now
   */
  Snapshot of(Optional<String> asOf) {
    if (asOf.isEmpty()) {
      return now();
    }
    AsOf past = ProblemException.asking(() -> AsOf.parse(asOf.get()));
    Snapshot now = now();
    if (past.is(now.cut())) {
      return now;
    }
    return inTurn(() -> past(past));
  }

  private Snapshot past(AsOf asOf) {
    Snapshot known = asOf instanceof AsOf.Id ? pasts.get(asOf.toString()) : null;
    if (known != null) {
      return known;
    }
    Snapshot snapshot = new Snapshot(ProblemException.asking(() -> reader.asOf(asOf)).snapshot());
    pasts.put("cut " + snapshot.cut().getCut(), snapshot);
    return snapshot;
  }

  /** Something that reads much of the history; the one after that is asked to come again. */
  <T> T inTurn(Supplier<T> reading) {
    if (!turns.tryAcquire()) {
      throw new ProblemException(
          503,
          "busy",
          "Busy",
          "another question about the past is being answered: ask again in a few seconds");
    }
    try {
      return reading.get();
    } finally {
      turns.release();
    }
  }
}
