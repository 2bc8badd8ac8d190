package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.table.IndicatorValue;

/** Where published figures, and their gaps to computed values, come from. */
record PublishedOrigin(CellLookup cells, Figures figures) {
  private static final String OF = "indicator=";

  /** Of several figures the tables take the last by entity id. */
  Origin of(CellQuestion cell) {
    List<Cited> found = figures.of(cell, group(cell));
    Optional<Rational> taken =
        found.stream().flatMap(f -> f.value().stream()).reduce((first, second) -> second);
    return new Origin("as published", "", List.of(), found, taken.map(Rational::exactText));
  }

  Origin of(Kind.Gap gap, CellQuestion cell) {
    if (!cell.breakdown().startsWith(OF)) {
      return nothing(
          "published figures less computed values, in "
              + String.join(", ", gap.units())
              + "; ask for one of them with the breakdown indicator=ID");
    }
    int semicolon = cell.breakdown().indexOf(';');
    int end = semicolon < 0 ? cell.breakdown().length() : semicolon;
    String id = cell.breakdown().substring(OF.length(), end);
    if (cells.catalogue().find(id).isEmpty()) {
      return nothing("there is no indicator '" + id + "'");
    }
    CellQuestion computed =
        cells
            .input(cell, id)
            .brokenDown(semicolon < 0 ? "" : cell.breakdown().substring(semicolon + 1));
    List<Cited> found = figures.of(computed, group(cell));
    Optional<Rational> value = cells.number(computed);
    Optional<Rational> published = value.flatMap(number -> widest(found, number));
    return new Origin(
        "the published figure less the computed "
            + id
            + " of "
            + cell.region()
            + "; of several figures the one that is furthest off",
        published.map(p -> p.exactText() + " - " + value.orElseThrow().exactText()).orElse(""),
        List.of(new Origin.Part("computed", computed)),
        found,
        published.map(p -> p.subtract(value.orElseThrow()).exactText()));
  }

  private static Optional<Rational> widest(List<Cited> figures, Rational computed) {
    return figures.stream()
        .flatMap(figure -> figure.value().stream())
        .reduce(
            (first, second) ->
                second.subtract(computed).abs().compareTo(first.subtract(computed).abs()) > 0
                    ? second
                    : first);
  }

  private String group(CellQuestion cell) {
    return cells.cell(cell).map(IndicatorValue::getGroup).orElse("");
  }

  private static Origin nothing(String words) {
    return Origin.of(words, "", List.of(), Optional.empty());
  }
}
