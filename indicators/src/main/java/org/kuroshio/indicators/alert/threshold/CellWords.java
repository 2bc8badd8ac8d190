package org.kuroshio.indicators.alert.threshold;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.indicators.alert.rule.Message;
import org.kuroshio.indicators.alert.threshold.Verdict.Standing;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Status;

/** What alerts say of a cell. */
final class CellWords {
  private CellWords() {}

  /**
   * @param more names and values in turn
   */
  static Verdict verdict(Scope scope, TableRow row, Standing standing, List<String> more) {
    Map<String, String> values = values(scope, row);
    for (int i = 0; i < more.size(); i += 2) {
      values.put(more.get(i), more.get(i + 1));
    }
    return new Verdict(
        scope.subject(row.region(), row.period()),
        standing,
        row.status() != Status.PROVISIONAL,
        values,
        labels(scope, row),
        words(scope, row.region(), values));
  }

  static Map<String, String> values(Scope scope, TableRow row) {
    Map<String, String> values = new TreeMap<>();
    values.put("indicator", scope.indicator().id());
    values.put("group", scope.group());
    values.put("region", row.region());
    values.put("period", row.period());
    values.put("value", row.rank().isEmpty() ? row.value() : row.rank());
    values.put("unit", row.unit());
    return values;
  }

  static Map<String, String> labels(Scope scope, TableRow row) {
    return Map.of(
        "family", "threshold",
        "indicator", scope.indicator().id(),
        "group", scope.group(),
        "region", row.region());
  }

  static Message.Words words(Scope scope, String region, Map<String, String> values) {
    return (name, language) ->
        switch (name) {
          case "name" -> scope.name(region, language);
          case "title" -> scope.indicator().title(language);
          default -> values.get(name);
        };
  }
}
