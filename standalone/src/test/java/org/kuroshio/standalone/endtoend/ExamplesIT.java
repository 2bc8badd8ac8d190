package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises to somebody who has nothing but the checkout. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesIT {
  private Kuroshio kuroshio;
  private Kuroshio.Result loaded;

  @BeforeAll
  void load(@TempDir Path temp) {
    kuroshio = new Kuroshio(temp.resolve("data"));
    loaded = kuroshio.loaded("nta-diff", Samples.EXAMPLES.resolve("nta-diff"));
  }

  @Test
  void shouldReportWhatBecameOfEveryRecord() {
    assertThat(loaded.reported("records read")).isEqualTo(51);
    assertThat(loaded.reported("published")).isEqualTo(51);
    assertThat(loaded.out()).containsPattern("in [\\d.]+ s, [\\d,]+ records/s");
    assertThat(loaded.out()).containsPattern("cut [0-9a-f]{16}");
  }

  @Test
  void shouldCountTheDeletedNumberInTheUnknownRowAndInTheTotal() {
    Map<String, String> unknown = row("company.terminated", "JP-ZZ");
    assertThat(unknown).containsEntry("value", "1").containsEntry("status", "NORMAL");
    int total = Integer.parseInt(row("company.terminated", "JP").get("value"));
    int parts =
        kuroshio.rows("company.terminated", "JP", "2026-04-01").stream()
            .filter(row -> !row.get("region").equals("JP"))
            .mapToInt(row -> Integer.parseInt(row.get("value")))
            .sum();
    assertThat(parts).isEqualTo(total);
  }

  @Test
  void shouldPrintATableForPeople() {
    Kuroshio.Result table =
        kuroshio.run("table", "company.created", "--group", "JP-KANTO11", "--period", "2026-04-01");
    assertThat(table.out())
        .startsWith("Companies registered (company.created), companies:")
        .containsPattern("JP-13\\s+Tokyo\\s+6\n")
        .containsPattern("-{20,}\nJP-KANTO11\\s");
  }

  @Test
  void shouldPrintNamesInJapaneseAndNumbersAsJson() {
    Kuroshio.Result json =
        kuroshio.run(
            "table",
            "company.created",
            "--group",
            "JP-KANTO11",
            "--period",
            "2026-04-01",
            "--format",
            "json",
            "--lang",
            "ja");
    assertThat(json.out()).contains("\"name\" : \"東京都\"").contains("\"value\" : 6,");
  }

  @Test
  void shouldBeginCsvForExcelWithAByteOrderMark() {
    Kuroshio.Result csv =
        kuroshio.run(
            "table",
            "company.created",
            "--group",
            "JP",
            "--period",
            "TD",
            "--format",
            "csv",
            "--bom");
    assertThat(csv.out())
        .startsWith(
            "\uFEFFindicator,version,group,region,name,period,breakdown,value,exact,unit,status,rank,cut\n");
  }

  private Map<String, String> row(String indicator, String region) {
    return kuroshio.rows(indicator, "JP", "2026-04-01").stream()
        .filter(row -> row.get("region").equals(region))
        .findFirst()
        .orElseThrow();
  }
}
