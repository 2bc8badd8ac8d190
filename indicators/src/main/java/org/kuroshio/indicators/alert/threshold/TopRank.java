package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.view.IndicatorTable;

/** A region enters or leaves the first so many of a set. */
record TopRank(Scope scope, int top, Duration settle, Duration keep) implements MoveTest {
  @Override
  public Set<String> indicators() {
    return Set.of(scope.indicator().id());
  }

  @Override
  public List<Reading> read(IndicatorTable table) {
    return scope.label(table).map(label -> readings(table, label)).orElse(List.of());
  }

  private List<Reading> readings(IndicatorTable table, String label) {
    return scope.rows(table, label).stream()
        .filter(row -> !row.rank().isEmpty())
        .map(
            row ->
                new Reading(
                    scope.subject(row.region(), scope.period().toString()),
                    row.rank(),
                    CellWords.verdict(
                        scope, row, Standing.RAISED, List.of("top", Integer.toString(top)))))
        .toList();
  }

  @Override
  public Optional<String> moved(String from, String to) {
    boolean before = isIn(from);
    return before == isIn(to) ? Optional.empty() : Optional.of(before ? "left" : "entered");
  }

  private boolean isIn(String rank) {
    return Rational.parse(rank).compareTo(Rational.of(top)) <= 0;
  }

  @Override
  public String described() {
    return "a member of %s enters or leaves the first %d by `%s` in %s; told for %d days"
        .formatted(scope.group(), top, scope.indicator().id(), scope.period(), keep.toDays());
  }
}
