package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.definition.Kind;

/** Finds what a derived cell is made from, by its kind. */
record Origins(CellLookup cells, Figures figures, Observations observations) {
  Origin of(Indicator indicator, CellQuestion cell) {
    Kind kind = indicator.kind();
    if (CellLookup.isTooRough(cell)) {
      return Origin.of(
          "nothing is derived from facts that are dated too roughly",
          "",
          List.of(),
          Optional.empty());
    } else if (kind instanceof Kind.Ratio ratio) {
      return new SumOrigin(cells).of(ratio, cell);
    } else if (kind instanceof Kind.Derived derived) {
      return new SumOrigin(cells).of(derived, cell);
    } else if (kind instanceof Kind.Share share) {
      return new ShareOrigin(cells).of(share, cell);
    } else if (kind instanceof Kind.PerCapita perCapita) {
      return new PerCapitaOrigin(cells, observations).of(perCapita, cell);
    } else if (kind instanceof Kind.Rank rank) {
      return new MembersOrigin(cells).of(rank, cell);
    } else if (kind instanceof Kind.Growth growth) {
      return new GrowthOrigin(cells, figures).of(growth, cell);
    } else if (kind instanceof Kind.Concentration concentration) {
      return new MembersOrigin(cells).of(concentration, cell);
    } else if (kind instanceof Kind.Composite composite) {
      return new CompositeOrigin(cells).of(composite, cell);
    } else if (kind instanceof Kind.Reported) {
      return new PublishedOrigin(cells, figures).of(cell);
    } else if (kind instanceof Kind.Revision revision) {
      return new RevisionOrigin(cells, observations).of(revision, cell);
    } else if (kind instanceof Kind.Gap gap) {
      return new PublishedOrigin(cells, figures).of(gap, cell);
    }
    return Origin.of(
        "a definition that is " + indicator.lifecycle() + " has no tables",
        "",
        List.of(),
        Optional.empty());
  }
}
