package org.kuroshio.serve.explanation;

import java.util.List;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.explain.CellQuestion;
import org.kuroshio.indicators.explain.Explainer;
import org.kuroshio.indicators.explain.Explanation;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;

/**
 * Answers "why?". Safe for many threads as long as a table does not change while it is asked about.
 */
public final class Explanations {
  private final Catalogue catalogue;
  private final Regions regions;
  private final EntityIndex index;
  private final EventReader events;

  public Explanations(Catalogue catalogue, Regions regions, EntityIndex index, EventReader events) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.index = index;
    this.events = events;
  }

  /**
   * Explains a cell of a table, with the entities of just the events that are in its cut.
   *
   * @param table with a cut, and none before those that the index was asked about
   * @param depth how many levels of inputs are explained too
   * @param most how many entities of a cell are named
   * @throws RuntimeException as {@link Explainer#explain}
   */
  public Explained explain(IndicatorTable table, CellQuestion asked, int depth, int most) {
    Cut cut = table.cut().orElseThrow();
    List<Explanation> cells =
        index.at(
            EventOffsets.of(cut),
            facts -> new Explainer(catalogue, regions, table, facts, most).explain(asked, depth));
    return Explained.of(cut, cells, events);
  }
}
