package org.kuroshio.serve.snapshot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.scan.TopicScan;

/** Finds in the history what changed between a cut and another one. One thread. */
public final class HistorySince {
  /** A stretch that is rather read than halved. */
  private static final long SHORT = 20_000;

  private final TopicScan<SpecificRecord> history;

  public HistorySince(TopicScan<SpecificRecord> history) {
    this.history = history;
  }

  /**
   * Every cell that any cut behind the first one and up to the last one changed, once, as the last
   * one has it.
   *
   * @return empty if the history has no such first cut
   */
  public Optional<Map<String, IndicatorValue>> changes(CutName first, Cut last) {
    if (!history.exists()) {
      return Optional.empty();
    }
    Stretch stretch = new Stretch(first, last);
    history.read(startOf(first.sequence()), stretch);
    return stretch.found ? Optional.of(stretch.changed) : Optional.empty();
  }

  /** An offset before the cut record of that number, and not far. */
  private long startOf(long sequence) {
    long before = history.beginning();
    long behind = history.end();
    while (behind - before > SHORT) {
      long middle = before + (behind - before) / 2;
      if (firstCutAt(middle) < sequence) {
        before = middle;
      } else {
        behind = middle;
      }
    }
    return before;
  }

  private long firstCutAt(long offset) {
    long[] sequence = {Long.MAX_VALUE};
    history.read(
        offset,
        (key, value) -> {
          if (value instanceof Cut cut) {
            sequence[0] = cut.getSequence();
            return false;
          }
          return true;
        });
    return sequence[0];
  }

  /** Collects between the two cuts. */
  private static final class Stretch implements TopicScan.Records<SpecificRecord> {
    private final CutName first;
    private final Cut last;
    private final Map<String, IndicatorValue> changed = new LinkedHashMap<>();
    private boolean found;

    Stretch(CutName first, Cut last) {
      this.first = first;
      this.last = last;
    }

    @Override
    public boolean take(String key, SpecificRecord value) {
      if (value instanceof Cut cut) {
        found |= first.is(cut);
        return cut.getSequence() < last.getSequence()
            && (found || cut.getSequence() <= first.sequence());
      }
      if (found) {
        changed.put(key, (IndicatorValue) value);
      }
      return true;
    }
  }
}
