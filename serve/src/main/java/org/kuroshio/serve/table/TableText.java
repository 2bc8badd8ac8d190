package org.kuroshio.serve.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.serve.print.TextTable;
import org.kuroshio.serve.print.TextTable.Align;

/** Tables for people: one for each indicator, period and unit, the group itself below a rule. */
public final class TableText {
  private static final String NO_VALUE = "-";

  private final Catalogue catalogue;
  private final Regions regions;
  private final String language;

  public TableText(Catalogue catalogue, Regions regions, String language) {
    this.catalogue = catalogue;
    this.regions = regions;
    this.language = language;
  }

  private record Heading(String indicator, String period, String breakdown, String unit) {}

  /**
   * @param rows of one group
   */
  public List<String> lines(List<TableRow> rows) {
    Map<Heading, List<TableRow>> tables = new LinkedHashMap<>();
    for (TableRow row : rows) {
      Heading heading = new Heading(row.indicator(), row.period(), row.breakdown(), row.unit());
      tables.computeIfAbsent(heading, h -> new ArrayList<>()).add(row);
    }
    List<String> lines = new ArrayList<>();
    tables.forEach(
        (heading, table) -> {
          lines.add(title(heading, table.get(0).group()));
          lines.addAll(body(table));
          lines.add("");
        });
    if (!rows.isEmpty()) {
      lines.add("Cut " + rows.get(0).cut());
    }
    return lines;
  }

  private String title(Heading heading, String group) {
    Indicator indicator = catalogue.get(heading.indicator());
    String breakdown = heading.breakdown().isEmpty() ? "" : ", " + heading.breakdown();
    return "%s (%s), %s: %s, %s%s"
        .formatted(
            indicator.title(language),
            indicator.id(),
            heading.unit(),
            regions.name(group, language),
            heading.period(),
            breakdown);
  }

  private static List<String> body(List<TableRow> rows) {
    boolean ranked = rows.stream().anyMatch(row -> !row.rank().isEmpty());
    TextTable table =
        ranked
            ? new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)
            : new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
    for (TableRow row : rows) {
      if (row.region().equals(row.group()) && rows.size() > 1) {
        table.rule();
      }
      String value = row.value().isEmpty() ? NO_VALUE : grouped(row.value());
      String status = StatusWords.of(row.status(), row.reason());
      if (ranked) {
        String rank = row.rank().isEmpty() ? "" : "rank " + row.rank();
        table.row(row.region(), row.name(), value, rank, status);
      } else {
        table.row(row.region(), row.name(), value, status);
      }
    }
    return table.lines();
  }

  /** {@code 1234567.5} as {@code 1,234,567.5}. */
  static String grouped(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    String rest = point < 0 ? "" : number.substring(point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + rest;
  }
}
