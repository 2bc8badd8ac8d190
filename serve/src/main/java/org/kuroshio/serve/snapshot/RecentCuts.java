package org.kuroshio.serve.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kuroshio.schemas.table.Cut;

/**
 * The latest cuts: as many as have together no more cells than that, so that every server that has
 * read the same topics remembers the same ones. Immutable.
 */
public final class RecentCuts {
  /** About 100 MB, and as much again for what the cells were before. */
  public static final int MOST_CELLS = 200_000;

  private static final int MOST_CUTS = 500;

  /** Before the first cut. */
  static final RecentCuts NONE = new RecentCuts(List.of());

  private final List<CutChanges> cuts;

  private RecentCuts(List<CutChanges> cuts) {
    this.cuts = cuts;
  }

  /** With one more, which the others lie before; a cut that is already there is left out. */
  RecentCuts with(CutChanges next) {
    if (last().filter(l -> l.getSequence() >= next.cut().getSequence()).isPresent()) {
      return this;
    }
    List<CutChanges> all = new ArrayList<>(cuts);
    all.add(next);
    int first = all.size();
    long cells = 0;
    while (first > 0 && all.size() - first < MOST_CUTS) {
      cells += all.get(first - 1).cells().size();
      if (cells > MOST_CELLS && first < all.size()) {
        break;
      }
      first--;
    }
    return new RecentCuts(List.copyOf(all.subList(first, all.size())));
  }

  /** Oldest first. */
  public List<CutChanges> all() {
    return cuts;
  }

  public Optional<Cut> last() {
    return cuts.isEmpty() ? Optional.empty() : Optional.of(cuts.get(cuts.size() - 1).cut());
  }

  /**
   * Everything behind a cut.
   *
   * @return empty if that cut is not among these
   */
  public Optional<List<CutChanges>> after(CutName name) {
    for (int i = cuts.size() - 1; i >= 0; i--) {
      if (name.is(cuts.get(i).cut())) {
        return Optional.of(cuts.subList(i + 1, cuts.size()));
      }
    }
    return Optional.empty();
  }
}
