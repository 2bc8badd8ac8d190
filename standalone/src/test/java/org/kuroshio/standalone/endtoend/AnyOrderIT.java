package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.period.PeriodType;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.UnallocatedRows;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.indicators.view.TableAnswer;
import org.kuroshio.indicators.view.TableCsv;
import org.kuroshio.indicators.view.TableQuery;
import org.kuroshio.indicators.view.TableRow;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.table.TablesReader;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;

/**
 * Law 1 on real brokers: whatever the number of partitions and the order of sources and files, the
 * tables are the same to the byte. A correction comes after its venture in one directory and before
 * it in the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyOrderIT {
  private static final Path REGISTER = Samples.EXAMPLES.resolve("nta-diff");
  private static final Path SURVEY = Samples.EXAMPLES.resolve("cn-jjj-survey");
  private static final Path GRANTS = Samples.EXAMPLES.resolve("patentsview");
  private static final Path AWARDS = Samples.EXAMPLES.resolve("nsf-awards");

  /** One of Tokyo's ventures, now in Chiba. */
  private static final String MOVED =
      """
      {"entityId": "paper:venture:JP-13:0001", "version": 1, "publishedAt": "2026-04-01T09:00:00+09:00", \
      "entity": {"Venture": {"ventureId": "paper:venture:JP-13:0001", "observedActiveOn": "2008-03-31", \
      "status": "ACTIVE", "core": true, "headquarters": {"role": "HEADQUARTERS", "region": "JP-12"}}}}
      """;

  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());
  private final Regions regions = Regions.shipped();
  private Kuroshio one;
  private Kuroshio twelve;

  @BeforeAll
  void load(@TempDir Path temp) throws IOException {
    Path moved = temp.resolve("moved.jsonl");
    Files.writeString(moved, MOVED);
    one = new Kuroshio(temp.resolve("one"));
    done(one.run("load", "paper", "--partitions", "1"));
    one.loaded("population-jp");
    one.loaded("nta-diff", REGISTER);
    one.loaded("cn-jjj-survey", SURVEY);
    one.loaded("patentsview", GRANTS);
    one.loaded("nsf-awards", AWARDS);
    one.loaded("events", moved);

    twelve = new Kuroshio(temp.resolve("twelve"));
    done(twelve.run("load", "events", "--input", moved.toString(), "--partitions", "12"));
    twelve.loaded("nsf-awards", AWARDS);
    twelve.loaded("nta-diff", REGISTER.resolve("diff_20260402.csv"));
    twelve.loaded("patentsview", GRANTS);
    twelve.loaded("cn-jjj-survey", SURVEY);
    twelve.loaded("nta-diff", REGISTER.resolve("diff_20260401.csv"));
    twelve.loaded("paper");
    twelve.loaded("population-jp");
  }

  @Test
  void shouldPrintTheSameBytes() {
    String ids = String.join(",", idsWith(PeriodType.FY));

    for (String group : List.of("JP-KANTO11", "JP", "CN-JJJ")) {
      String csv = one.csv(ids, group, "FY2000..FY2010");

      assertThat(csv.lines()).hasSizeGreaterThan(1_000);
      assertThat(twelve.csv(ids, group, "FY2000..FY2010")).isEqualTo(csv);
    }
  }

  @Test
  void shouldHoldTheSameTablesOfEveryIndicatorGroupPeriodAndBreakdown() {
    Map<String, String> tables = tables(one);

    assertThat(tables).hasSizeGreaterThan(500);
    assertThat(tables.get("venture.stock JP-KANTO11 "))
        .containsPattern("JP-13,Tokyo,FY2007,,427,.*\n")
        .containsPattern("JP-12,Chiba,FY2007,,21,.*\n");
    assertThat(tables(twelve)).isEqualTo(tables);
  }

  @Test
  void shouldNameThePartsOfAnIndicatorThatHasNoTotal() {
    Kuroshio.Result result =
        one.run(
            "table",
            "quality.reported_minus_computed",
            "--group",
            "JP-KANTO11",
            "--period",
            "FY2007");

    assertThat(result.err()).contains("--breakdown: indicator=").contains("=venture.stock");
  }

  /** By indicator, group and breakdown, over all periods that have cells. */
  private Map<String, String> tables(Kuroshio kuroshio) {
    IndicatorTable table = read(kuroshio);
    TableAnswer answer = new TableAnswer(table, catalogue, regions, "en");
    Map<String, String> tables = new TreeMap<>();
    for (Indicator indicator : catalogue.inOrder()) {
      List<String> breakdowns = new ArrayList<>(table.breakdowns(indicator.id()));
      breakdowns.add("");
      for (String breakdown : breakdowns) {
        for (String group : groups()) {
          String csv = csv(answer, table, indicator.id(), group, breakdown);
          tables.put(String.join(" ", indicator.id(), group, breakdown), csv);
        }
      }
    }
    return tables;
  }

  private String csv(
      TableAnswer answer, IndicatorTable table, String indicator, String group, String breakdown) {
    List<TableRow> rows = new ArrayList<>();
    for (String period : table.periods(indicator)) {
      if (!period.startsWith(UnallocatedRows.PREFIX) && isPeriodOf(group, period)) {
        rows.addAll(answer.rows(new TableQuery(List.of(indicator), group, period, breakdown)));
      }
    }
    return TableCsv.of(rows);
  }

  /** Only countries with a pack have fiscal years. */
  private boolean isPeriodOf(String group, String period) {
    return !period.startsWith("FY") || regions.calendar(group).isPresent();
  }

  private List<String> groups() {
    List<String> groups = new ArrayList<>(List.of(Regions.WORLD));
    for (String country : regions.countries()) {
      groups.add(country);
      groups.addAll(regions.groups(country));
    }
    return groups;
  }

  private List<String> idsWith(PeriodType type) {
    return catalogue.inOrder().stream()
        .filter(indicator -> indicator.periods().contains(type))
        .map(Indicator::id)
        .toList();
  }

  private static IndicatorTable read(Kuroshio kuroshio) {
    try (DataDirectory directory = DataDirectory.openExisting(kuroshio.data(), "test");
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, failure -> {})) {
      return new TablesReader(broker.bootstrapServers(), Pulse.STEADY).latest();
    }
  }

  private static void done(Kuroshio.Result result) {
    assertThat(result.status()).as(result.err()).isZero();
  }
}
