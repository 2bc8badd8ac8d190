package org.kuroshio.serve.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.serve.table.TableJson;

/** Rows in the shapes of the HTTP interface. */
public final class ValuesJson {
  private static final List<String> COLUMNS =
      List.of(
          "indicator",
          "version",
          "group",
          "region",
          "name",
          "period",
          "breakdown",
          "value",
          "exact",
          "unit",
          "status",
          "rank",
          "numerator",
          "denominator",
          "reason");

  private ValuesJson() {}

  /** An object for each row. */
  public static ObjectNode rows(Cut cut, Page<TableRow> page) {
    ObjectNode answer = head(cut, page);
    ArrayNode values = answer.putArray("values");
    page.items().forEach(row -> TableJson.put(values.addObject(), row));
    return answer;
  }

  /** Names once, then an array for each row: what a data frame is made from. */
  public static ObjectNode table(Cut cut, Page<TableRow> page) {
    ObjectNode answer = head(cut, page);
    Json.putTexts(answer, "columns", COLUMNS);
    ArrayNode data = answer.putArray("data");
    for (TableRow row : page.items()) {
      ObjectNode fields = Json.object();
      TableJson.put(fields, row);
      ArrayNode line = data.addArray();
      for (String column : COLUMNS) {
        if (fields.has(column)) {
          line.add(fields.get(column));
        } else {
          line.addNull();
        }
      }
    }
    return answer;
  }

  private static ObjectNode head(Cut cut, Page<TableRow> page) {
    ObjectNode answer = Json.of(cut).put("total", page.total());
    Json.putIfThere(answer, "next", page.next());
    return answer;
  }

  /** What one line of a chart is about. */
  private record Line(String indicator, String region, String breakdown, String unit) {}

  /** One line of values over the periods for each indicator, region, part and unit. */
  public static ObjectNode series(Cut cut, String group, List<TableRow> rows) {
    Set<String> periods = new LinkedHashSet<>();
    Map<Line, Map<String, TableRow>> lines = new LinkedHashMap<>();
    for (TableRow row : rows) {
      periods.add(row.period());
      Line line = new Line(row.indicator(), row.region(), row.breakdown(), row.unit());
      lines.computeIfAbsent(line, l -> new HashMap<>()).put(row.period(), row);
    }
    ObjectNode answer = Json.of(cut).put("group", group);
    Json.putTexts(answer, "periods", periods);
    ArrayNode series = answer.putArray("series");
    lines.values().forEach(cells -> putLine(series.addObject(), periods, cells));
    return answer;
  }

  private static void putLine(ObjectNode node, Set<String> periods, Map<String, TableRow> cells) {
    TableRow any = cells.values().iterator().next();
    node.put("indicator", any.indicator());
    node.put("version", any.version());
    node.put("region", any.region());
    node.put("name", any.name());
    node.put("breakdown", any.breakdown());
    node.put("unit", any.unit());
    ArrayNode values = node.putArray("values");
    ArrayNode exact = node.putArray("exact");
    ArrayNode status = node.putArray("status");
    ArrayNode rank = node.putArray("rank");
    ArrayNode reason = node.putArray("reason");
    for (String period : periods) {
      TableRow cell = cells.get(period);
      values.add(cell == null || cell.value().isEmpty() ? null : new BigDecimal(cell.value()));
      add(exact, cell == null ? "" : cell.exact());
      status.add(cell == null ? "MISSING" : cell.status().name());
      add(rank, cell == null ? "" : cell.rank());
      add(reason, cell == null ? "" : cell.reason());
    }
  }

  private static void add(ArrayNode array, String text) {
    if (text.isEmpty()) {
      array.addNull();
    } else {
      array.add(text);
    }
  }
}
