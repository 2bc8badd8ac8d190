package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;

/** Where published figures, and their gaps to computed values, come from. */
record PublishedOrigin(CellLookup cells, Figures figures) {
  private static final String OF = "indicator=";

  Origin of(Kind.Reported reported, CellQuestion cell) {
    List<Cited> found = figures.of(cell);
    return new Origin(
        "as published", "", List.of(), found, Figures.taken(found).map(Rational::exactText));
  }

  Origin of(Kind.Gap gap, CellQuestion cell) {
    if (!cell.breakdown().startsWith(OF)) {
      return Origin.of(
          "published figures less the computed values in "
              + gap.ofUnit()
              + "; ask for one indicator with --breakdown indicator=ID",
          "",
          List.of(),
          Optional.empty());
    }
    int semicolon = cell.breakdown().indexOf(';');
    String id =
        cell.breakdown()
            .substring(OF.length(), semicolon < 0 ? cell.breakdown().length() : semicolon);
    String breakdown = semicolon < 0 ? "" : cell.breakdown().substring(semicolon + 1);
    if (cells.catalogue().find(id).isEmpty()) {
      return Origin.of(
          "there is no indicator '" + id + "' any more", "", List.of(), Optional.empty());
    }
    CellQuestion computed = cells.input(cell, id).brokenDown(breakdown);
    List<Cited> found = figures.of(computed);
    Optional<Rational> published = Figures.taken(found);
    Optional<Rational> value = cells.number(computed);
    boolean known = published.isPresent() && value.isPresent();
    return new Origin(
        "the published figure less the computed " + id + " of " + cell.region(),
        known ? published.get().exactText() + " - " + value.get().exactText() : "",
        List.of(new Origin.Part("computed", computed)),
        found,
        known ? Optional.of(published.get().subtract(value.get()).exactText()) : Optional.empty());
  }
}
