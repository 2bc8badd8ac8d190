package org.kuroshio.indicators.alert.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.indicators.view.TableRow;

/**
 * A value differs from the one of the period before by so much.
 *
 * @param up whether a rise is meant
 * @param relative whether `by` is a part of the value before
 */
record Change(Scope scope, boolean up, Rational by, boolean relative) implements CellTest {
  @Override
  public Set<String> indicators() {
    return Set.of(scope.indicator().id());
  }

  @Override
  public List<Verdict> judge(IndicatorTable table, Set<String> touched) {
    Optional<String> label = scope.label(table);
    if (label.isEmpty()) {
      return List.of();
    }
    String before =
        Period.parse(label.get(), scope.regions().calendar(scope.group()).orElse(null))
            .previous()
            .label();
    Map<String, TableRow> old =
        scope.rows(table, before).stream().collect(Collectors.toMap(TableRow::region, r -> r));
    List<Verdict> verdicts = new ArrayList<>();
    for (TableRow row : scope.rows(table, label.get())) {
      TableRow base = old.get(row.region());
      if (base != null) {
        change(row, base).ifPresent(change -> verdicts.add(verdict(row, base, change)));
      }
    }
    return verdicts;
  }

  private Optional<Rational> change(TableRow row, TableRow base) {
    Rational from = Numbers.of(base);
    Rational difference = Numbers.of(row).subtract(from);
    if (!relative) {
      return Optional.of(difference);
    }
    return from.signum() == 0 ? Optional.empty() : Optional.of(difference.divide(from.abs()));
  }

  private Verdict verdict(TableRow row, TableRow base, Rational change) {
    boolean raised = up ? change.compareTo(by) >= 0 : change.negate().compareTo(by) >= 0;
    return CellWords.verdict(
        scope,
        row,
        raised ? Standing.RAISED : Standing.QUIET,
        List.of("before", base.value(), "change", change.decimalText()));
  }

  @Override
  public String described() {
    return "%s %s by %s %s or more against the period before"
        .formatted(scope, up ? "rises" : "falls", by.decimalText(), relative ? "of itself" : "");
  }
}
