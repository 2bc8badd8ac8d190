package org.kuroshio.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.serve.difference.End;
import org.kuroshio.serve.difference.PastTables;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;
import org.kuroshio.serve.table.AsOf;

/** The tables of now, or as they were. Safe for many threads. */
final class Tables {
  /** Each may hold a hundred thousand cells of its own. */
  private static final int PASTS = 3;

  private final LiveTables live;
  private final PastTables past;

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

  Tables(LiveTables live, PastTables past) {
    this.live = live;
    this.past = past;
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

  /** The tables of an end of a comparison. */
  IndicatorTable at(End end) {
    return past.at(end);
  }

  private Snapshot past(AsOf asOf) {
    Snapshot known = asOf instanceof AsOf.Id ? pasts.get(asOf.toString()) : null;
    if (known != null) {
      return known;
    }
    Snapshot snapshot =
        new Snapshot(ProblemException.asking(() -> past.at(new End.Past(asOf))).snapshot());
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
