package org.kuroshio.indicators.alert.threshold;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.view.IndicatorTable;

/** A share has moved by so much since it was told last, or since it first settled. */
record ShareMoved(Scope scope, Rational by, Duration settle, Duration keep) implements MoveTest {
  @Override
  public Set<String> indicators() {
    return Set.of(scope.indicator().id());
  }

  @Override
  public List<Reading> read(IndicatorTable table) {
    return scope
        .label(table)
        .map(
            label ->
                scope.rows(table, label).stream()
                    .map(
                        row ->
                            new Reading(
                                scope.subject(row.region(), scope.period().toString()),
                                row.exact().isEmpty() ? row.value() : row.exact(),
                                CellWords.verdict(scope, row, Standing.RAISED, List.of())))
                    .toList())
        .orElse(List.of());
  }

  @Override
  public Optional<String> moved(String from, String to) {
    Rational difference = Rational.parse(to).subtract(Rational.parse(from));
    if (difference.abs().compareTo(by) < 0) {
      return Optional.empty();
    }
    return Optional.of((difference.signum() > 0 ? "+" : "") + difference.decimalText());
  }

  @Override
  public String described() {
    return "%s has moved by %s or more since it was last told; told for %d days"
        .formatted(scope, by.decimalText(), keep.toDays());
  }
}
