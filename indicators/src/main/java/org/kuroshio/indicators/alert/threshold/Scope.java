package org.kuroshio.indicators.alert.threshold;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.indicators.view.TableAnswer;
import org.kuroshio.indicators.view.TableQuery;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.schemas.table.Cut;

/**
 * Which cells a rule looks at.
 *
 * @param group the reference set, and whose members are looked at
 * @param wanted regions; empty for every member of the group
 */
record Scope(
    Indicator indicator,
    String group,
    List<String> wanted,
    PeriodChoice period,
    Catalogue catalogue,
    Regions regions) {
  Scope {
    wanted = List.copyOf(wanted);
  }

  /** The label of the period that is meant at the table's cut; empty before the first cut. */
  Optional<String> label(IndicatorTable table) {
    return table.cut().map(cut -> period.at(asOf(cut), regions.calendar(group).orElse(null)));
  }

  /** The rows with a number. */
  List<TableRow> rows(IndicatorTable table, String label) {
    List<TableRow> all = all(table, label);
    Stream<TableRow> rows =
        wanted.isEmpty()
            ? all.stream().filter(row -> isMember(row.region()))
            : wanted.stream().flatMap(region -> row(region, all, table, label).stream());
    return rows.filter(row -> !row.value().isEmpty()).toList();
  }

  /** A group within the group has no row beside its members; it is asked for by itself. */
  private Optional<TableRow> row(
      String region, List<TableRow> all, IndicatorTable table, String label) {
    List<TableRow> here =
        all.stream().anyMatch(row -> row.region().equals(region))
            ? all
            : rowsOf(region, table, label);
    return here.stream().filter(row -> row.region().equals(region)).findFirst();
  }

  /** Every row that the table has for the group, the group's own last. */
  List<TableRow> all(IndicatorTable table, String label) {
    return rowsOf(group, table, label);
  }

  private List<TableRow> rowsOf(String set, IndicatorTable table, String label) {
    TableQuery query = new TableQuery(List.of(indicator.id()), set, label, "");
    return new TableAnswer(table, catalogue, regions, "en").rows(query);
  }

  String subject(String region, String label) {
    return String.join("|", indicator.id(), group, region, label);
  }

  String name(String region, String language) {
    return regions.isKnown(region) ? regions.name(region, language) : region;
  }

  private boolean isMember(String region) {
    return regions.isKnown(region) && !region.equals(group) && !isUnknown(region);
  }

  private boolean isUnknown(String region) {
    return regions.unknownOf(group).filter(region::equals).isPresent();
  }

  private static LocalDate asOf(Cut cut) {
    return cut.getAsOf();
  }

  @Override
  public String toString() {
    return "`%s` of %s in %s"
        .formatted(
            indicator.id(),
            wanted.isEmpty() ? "the members of " + group : String.join(", ", wanted),
            period);
  }
}
