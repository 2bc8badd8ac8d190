package org.kuroshio.indicators.table;

import java.util.Set;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.region.Regions;

/** Computes the cells that come straight from facts. */
final class SimpleCells {
  private final Catalogue catalogue;
  private final FlowCells flows;
  private final StockCells stocks;
  private final TermCells terms;

  SimpleCells(Catalogue catalogue, Regions regions, Facts facts, Cells cells) {
    this.catalogue = catalogue;
    Amounts amounts = new Amounts(catalogue);
    this.flows = new FlowCells(facts, amounts, regions, cells);
    this.stocks = new StockCells(facts, amounts, regions, cells);
    this.terms = new TermCells(facts, amounts, regions);
  }

  void flow(Slice slice, Set<String> touched, AsOf asOf, CellSink sink) {
    flows.compute(catalogue.get(slice.indicator()), slice, touched, asOf, sink);
  }

  /**
   * @param firstDay the first day on which the line may have changed
   */
  void stock(Dirty.StockLine line, int firstDay, AsOf asOf, CellSink sink) {
    Indicator indicator = catalogue.get(line.indicator());
    if (indicator.kind() instanceof Kind.MedianDays) {
      terms.compute(indicator, line, asOf, sink);
    } else {
      stocks.compute(indicator, line, firstDay, asOf, sink);
    }
  }

  /** Marks everything of an indicator; nothing if it is of another kind. */
  void everything(Indicator indicator, Dirty dirty) {
    if (indicator.kind() instanceof Kind.Simple) {
      flows.everything(indicator, dirty);
    } else if (indicator.kind() instanceof Kind.Stock) {
      stocks.everything(indicator, dirty);
    } else if (indicator.kind() instanceof Kind.MedianDays) {
      terms.everything(indicator, dirty);
    }
  }
}
