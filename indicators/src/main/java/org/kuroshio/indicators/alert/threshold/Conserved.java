package org.kuroshio.indicators.alert.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.indicators.view.TableRow;

/**
 * The members of a group, its unknown and its unallocated rows must add up to the group itself, in
 * every period. True of fractional counts and of facts with one place; whole counts of several
 * parties do not add up and must not be asked.
 */
record Conserved(Scope scope) implements CellTest {
  @Override
  public Set<String> indicators() {
    return Set.of(scope.indicator().id());
  }

  @Override
  public boolean namesAll() {
    return false;
  }

  @Override
  public List<Verdict> judge(IndicatorTable table, Set<String> touched) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String label : touched) {
      List<TableRow> rows = scope.all(table, label);
      TableRow whole = rows.get(rows.size() - 1);
      if (!whole.value().isEmpty() && whole.region().equals(scope.group())) {
        Rational sum =
            rows.subList(0, rows.size() - 1).stream()
                .filter(row -> !row.value().isEmpty())
                .map(Numbers::of)
                .reduce(Rational.ZERO, Rational::add);
        verdicts.add(
            CellWords.verdict(
                scope,
                whole,
                sum.equals(Numbers.of(whole)) ? Standing.QUIET : Standing.RAISED,
                List.of("sum", sum.decimalText())));
      }
    }
    return verdicts;
  }

  @Override
  public String described() {
    return "the rows of `%s` in %s do not add up to %s, in any period"
        .formatted(scope.indicator().id(), scope.group(), scope.group());
  }
}
