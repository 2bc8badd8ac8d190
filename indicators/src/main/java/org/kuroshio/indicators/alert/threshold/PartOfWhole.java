package org.kuroshio.indicators.alert.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.indicators.view.TableRow;

/** In no region and period may a part be more than its whole, as core ventures than ventures. */
record PartOfWhole(Scope part, Scope whole) implements CellTest {
  @Override
  public Set<String> indicators() {
    return Set.of(part.indicator().id(), whole.indicator().id());
  }

  @Override
  public boolean namesAll() {
    return false;
  }

  @Override
  public List<Verdict> judge(IndicatorTable table, Set<String> touched) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String label : touched) {
      Map<String, TableRow> wholes =
          whole.all(table, label).stream().collect(Collectors.toMap(TableRow::region, r -> r));
      for (TableRow row : part.all(table, label)) {
        TableRow all = wholes.get(row.region());
        if (all != null && !row.value().isEmpty() && !all.value().isEmpty()) {
          boolean more = Numbers.of(row).compareTo(Numbers.of(all)) > 0;
          verdicts.add(
              CellWords.verdict(
                  part,
                  row,
                  more ? Standing.RAISED : Standing.QUIET,
                  List.of("whole", all.value())));
        }
      }
    }
    return verdicts;
  }

  @Override
  public String described() {
    return "`%s` is more than `%s` in a row of %s, in any period"
        .formatted(part.indicator().id(), whole.indicator().id(), part.group());
  }
}
