package org.kuroshio.indicators.alert.threshold;

import java.util.List;
import java.util.Set;
import org.kuroshio.indicators.view.IndicatorTable;

/** A value has crossed a level. */
record Level(Scope scope, Side side) implements CellTest {
  @Override
  public Set<String> indicators() {
    return Set.of(scope.indicator().id());
  }

  @Override
  public List<Verdict> judge(IndicatorTable table, Set<String> touched) {
    return scope
        .label(table)
        .map(
            label ->
                scope.rows(table, label).stream()
                    .map(
                        row ->
                            CellWords.verdict(
                                scope,
                                row,
                                side.of(Numbers.of(row)),
                                List.of("level", side.level().decimalText())))
                    .toList())
        .orElse(List.of());
  }

  @Override
  public String described() {
    return scope + " " + side;
  }
}
