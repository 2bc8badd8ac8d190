package org.kuroshio.serve.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.serve.explanation.EventOffsets;
import org.kuroshio.serve.snapshot.CutChanges;
import org.kuroshio.serve.snapshot.CutName;

/**
 * The events of each of the latest cuts: the first few, and how many there are. A cut whose
 * predecessor is not known has none, as nobody can tell where its events begin. Not thread-safe.
 */
final class CutEvents {
  /** More is a load, and nobody reads it line by line. */
  static final int MOST = 20;

  /** Where a cut's events lie. */
  private record Stretch(CutName name, EventOffsets from, EventOffsets to) {
    boolean holds(Source source, long offset) {
      return from.of(source) <= offset && offset < to.of(source);
    }
  }

  /** What there is of one cut. */
  static final class Told {
    private int count;
    private final List<Happening> first = new ArrayList<>();

    int count() {
      return count;
    }

    List<Happening> first() {
      return List.copyOf(first);
    }
  }

  private final Map<CutName, Told> told = new HashMap<>();
  private List<Stretch> stretches = List.of();

  /** From now on these are the latest cuts, oldest first; what is known of others is dropped. */
  void turnTo(List<CutChanges> recent) {
    List<Stretch> next = new ArrayList<>();
    Optional<EventOffsets> from = Optional.empty();
    for (CutChanges changes : recent) {
      Cut cut = changes.cut();
      EventOffsets to = EventOffsets.of(cut);
      if (cut.getSequence() == 1) {
        from = Optional.of(EventOffsets.NONE);
      }
      from.ifPresent(f -> next.add(new Stretch(CutName.of(cut), f, to)));
      from = Optional.of(to);
    }
    stretches = next;
    told.keySet().retainAll(next.stream().map(Stretch::name).toList());
  }

  /** Makes the words for an event; called only for those that are told. */
  interface Telling {
    Happening tell();
  }

  void add(Source source, long offset, Telling telling) {
    for (int i = stretches.size() - 1; i >= 0; i--) {
      Stretch stretch = stretches.get(i);
      if (stretch.holds(source, offset)) {
        Told of = told.computeIfAbsent(stretch.name(), n -> new Told());
        of.count++;
        if (of.first.size() < MOST) {
          of.first.add(telling.tell());
        }
        return;
      }
    }
  }

  Told of(Cut cut) {
    return told.getOrDefault(CutName.of(cut), new Told());
  }
}
