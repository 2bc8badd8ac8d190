package org.kuroshio.serve.difference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.scan.TopicScan;
import org.kuroshio.serve.snapshot.CutChanges;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;
import org.kuroshio.serve.table.UnansweredException;

/**
 * The tables of earlier cuts. A late one is the newest one with what changed since taken back; an
 * early one is folded from the history, and tables on the way are kept, so that the next question
 * begins near what it asks for. Safe for many threads, one at a time.
 */
public final class PastTables {
  /** Some seconds of reading. */
  private static final long RECORDS_BETWEEN = 100_000;

  /** Tables share what did not change between them. */
  private static final int MOST_KEPT = 8;

  /** The tables of a cut, and where the history goes on behind it. */
  private record Kept(IndicatorTable table, long offset) {
    Cut cut() {
      return table.cut().orElseThrow();
    }
  }

  private final LiveTables live;
  private final Supplier<TopicScan<SpecificRecord>> history;
  private final TreeMap<Long, Kept> kept = new TreeMap<>();
  private final Map<String, Long> firstSequences = new HashMap<>();
  private long recordsBetween = RECORDS_BETWEEN;

  /**
   * @param history opens the history; closed after each reading
   */
  public PastTables(LiveTables live, Supplier<TopicScan<SpecificRecord>> history) {
    this.live = live;
    this.history = history;
  }

  /**
   * @return tables that nobody may change
   * @throws UnansweredException if there is no such cut
   */
  public synchronized IndicatorTable at(End end) {
    Snapshot now =
        live.current()
            .orElseThrow(
                () ->
                    new UnansweredException(
                        UnansweredException.Why.NO_TABLES,
                        "there are no tables yet: load a source first (kuroshio load SOURCE)"));
    if (end instanceof End.Latest) {
      return now.table();
    }
    List<CutChanges> recent =
        live.recent().all().stream()
            .filter(c -> c.cut().getSequence() <= now.cut().getSequence())
            .toList();
    return takenBack(end, now, recent).orElseGet(() -> folded(end));
  }

  private static Optional<IndicatorTable> takenBack(
      End end, Snapshot now, List<CutChanges> recent) {
    int found = -1;
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (answers(end, recent.get(i).cut())) {
        found = i;
      }
      // of cuts with the same id the first one will do; of an instant there is one
      boolean more = !end.isLastOfAll() || found < 0;
      if (!more || recent.get(i).before().isEmpty()) {
        break;
      }
    }
    if (found < 0) {
      return Optional.empty();
    }
    IndicatorTable table = now.table().snapshot();
    for (int i = recent.size() - 1; i > found; i--) {
      recent
          .get(i)
          .before()
          .orElseThrow()
          .forEach((key, old) -> table.apply(key, old.orElse(null)));
      table.apply(recent.get(i - 1).cut());
    }
    return Optional.of(table);
  }

  private static boolean answers(End end, Cut cut) {
    if (end instanceof End.First) {
      return cut.getSequence() == 1;
    }
    return end.isLastOfAll() ? !end.isBefore(cut) : end.is(cut);
  }

  private IndicatorTable folded(End end) {
    Optional<Kept> start = start(end);
    if (start.isPresent() && !end.isLastOfAll() && end.is(start.get().cut())) {
      return start.get().table();
    }
    Fold fold = new Fold(end, start);
    try (TopicScan<SpecificRecord> scan = history.get()) {
      if (scan.exists()) {
        scan.read(start.map(Kept::offset).orElse(0L), fold);
      }
    }
    return fold.table();
  }

  private Optional<Kept> start(End end) {
    if (end instanceof End.First) {
      return Optional.empty();
    }
    if (end.isLastOfAll()) {
      return kept.descendingMap().values().stream()
          .filter(one -> !end.isBefore(one.cut()))
          .findFirst();
    }
    Optional<Long> sequence =
        firstSequences.entrySet().stream()
            .filter(cut -> end.isCalled(cut.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    return Optional.ofNullable(sequence.map(kept::floorEntry).orElseGet(kept::lastEntry))
        .map(Map.Entry::getValue);
  }

  /** Reads on until the cut. */
  private final class Fold implements TopicScan.PlacedRecords<SpecificRecord> {
    private final End end;
    private final IndicatorTable table;
    private long sinceKept;
    private boolean found;
    private Optional<Cut> last;

    Fold(End end, Optional<Kept> start) {
      this.end = end;
      this.table = start.map(one -> one.table().snapshot()).orElseGet(IndicatorTable::new);
      this.last = table.cut();
    }

    @Override
    public boolean take(long offset, String key, SpecificRecord value) {
      sinceKept++;
      if (!(value instanceof Cut cut)) {
        table.apply(key, (IndicatorValue) value);
        return true;
      }
      last = Optional.of(cut);
      if (end.isLastOfAll() && end.isBefore(cut)) {
        return false;
      }
      table.apply(cut);
      passed(cut, offset + 1);
      found = end.is(cut);
      return !found;
    }

    private void passed(Cut cut, long next) {
      firstSequences.putIfAbsent(cut.getCut(), cut.getSequence());
      if (sinceKept >= recordsBetween) {
        sinceKept = 0;
        if (kept.isEmpty() || kept.lastKey() < cut.getSequence()) {
          kept.put(cut.getSequence(), new Kept(table.snapshot(), next));
          thin();
        }
      }
    }

    IndicatorTable table() {
      boolean answered = end.isLastOfAll() ? table.cut().isPresent() : found;
      if (!answered) {
        throw new UnansweredException(
            UnansweredException.Why.NO_SUCH_CUT,
            "there is no %s%s"
                .formatted(
                    end,
                    last.map(
                            cut ->
                                "; the last that was read is %s of %s"
                                    .formatted(cut.getCut(), cut.getAt()))
                        .orElse("")));
      }
      return table;
    }
  }

  /** Every other one goes, and the next ones are kept at twice the distance. */
  private void thin() {
    if (kept.size() > MOST_KEPT) {
      boolean[] odd = {false};
      kept.keySet()
          .removeIf(
              sequence -> {
                odd[0] = !odd[0];
                return odd[0];
              });
      recordsBetween *= 2;
    }
  }
}
