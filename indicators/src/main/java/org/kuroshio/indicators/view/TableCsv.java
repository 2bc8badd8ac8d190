package org.kuroshio.indicators.view;

import java.util.List;

/**
 * Rows as CSV in the columns of the design: fields quoted as RFC 4180 says, lines ended by a line
 * feed as Unix tools expect.
 */
public final class TableCsv {
  private static final String HEADER =
      "indicator,version,group,region,name,period,breakdown,value,exact,unit,status,rank,cut";
  private static final String END = "\n";

  private TableCsv() {}

  public static String of(List<TableRow> rows) {
    StringBuilder csv = new StringBuilder(HEADER).append(END);
    for (TableRow row : rows) {
      List<String> fields =
          List.of(
              row.indicator(),
              Integer.toString(row.version()),
              row.group(),
              row.region(),
              row.name(),
              row.period(),
              row.breakdown(),
              row.value(),
              row.exact(),
              row.unit(),
              row.status().name(),
              row.rank(),
              row.cut());
      csv.append(String.join(",", fields.stream().map(TableCsv::quoted).toList())).append(END);
    }
    return csv.toString();
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
