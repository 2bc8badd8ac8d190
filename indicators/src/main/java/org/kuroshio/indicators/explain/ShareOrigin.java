package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;

/** Where a region's part of a whole comes from. */
record ShareOrigin(CellLookup cells) {
  Origin of(Kind.Share share, CellQuestion cell) {
    String whole =
        share.whole() == Kind.Whole.COUNTRY
            ? cells.regions().country(CellLookup.place(cell.region()))
            : cell.group();
    CellQuestion part = cells.input(cell, share.numerator());
    CellQuestion total = cells.input(cell, share.denominator(), whole);
    Optional<Rational> numerator = cells.number(part);
    Optional<Rational> denominator = cells.number(total);
    boolean known = numerator.isPresent() && denominator.isPresent();
    return Origin.of(
        share.numerator()
            + " of "
            + cell.region()
            + " divided by "
            + share.denominator()
            + " of "
            + whole,
        known ? numerator.get().exactText() + "/" + denominator.get().exactText() : "",
        List.of(new Origin.Part("numerator", part), new Origin.Part("denominator", total)),
        known && !denominator.get().isZero()
            ? Optional.of(numerator.get().divide(denominator.get()).exactText())
            : Optional.empty());
  }
}
