package org.kuroshio.indicators.explain;

import java.util.List;
import java.util.Optional;
import org.kuroshio.indicators.definition.Kind;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;

/** Where the change between two releases of a series comes from. */
record RevisionOrigin(CellLookup cells, Observations observations) {
  Origin of(Kind.Revision revision, CellQuestion cell) {
    Period period = cells.period(cell);
    List<Cited> releases =
        observations.releases(revision.series(), cell.region(), period.fromDay(), period.toDay());
    Optional<Rational> first = value(releases, 0);
    Optional<Rational> last = value(releases, releases.size() - 1);
    boolean two = releases.size() > 1 && first.isPresent() && last.isPresent();
    return new Origin(
        "what the last release says of "
            + revision.series()
            + " for the last reference date in the period, less what the first said",
        two ? last.get().exactText() + " - " + first.get().exactText() : "",
        List.of(),
        releases,
        two ? Optional.of(last.get().subtract(first.get()).exactText()) : Optional.empty());
  }

  private static Optional<Rational> value(List<Cited> releases, int index) {
    return releases.isEmpty() ? Optional.empty() : releases.get(index).value();
  }
}
