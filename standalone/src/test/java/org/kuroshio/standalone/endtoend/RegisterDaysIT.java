package org.kuroshio.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Five real days of the company register against the counts that were published for them. */
@Tag("real-samples")
@EnabledIf("org.kuroshio.standalone.endtoend.Samples#exist")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterDaysIT {
  private static final Path FILES = Samples.ROOT.resolve("nta-diff");
  private static final String BOTH = "company.created,company.terminated";
  private static final String DAYS = "2021-07-14,2021-07-15,2021-07-16,2021-07-19,2021-07-20";
  private static final String ALL_PERIODS = DAYS + ",2021-07,2021-Q3,2021,FY2021,2026-08,FY2026,TD";

  private Path temp;
  private Kuroshio kuroshio;
  private Kuroshio.Result first;

  @BeforeAll
  void load(@TempDir Path folder) {
    temp = folder;
    kuroshio = new Kuroshio(temp.resolve("data"));
    first = kuroshio.loaded("nta-diff", FILES);
  }

  @Test
  void shouldEqualThePublishedCountsOfAllPrefecturesAndTheirTotal() throws IOException {
    Map<String, Map<String, String>> published = published();
    List<Map<String, String>> rows = kuroshio.rows(BOTH, "JP", DAYS);
    assertThat(rows).hasSize(2 * 5 * (47 + 2));
    for (Map<String, String> row : rows) {
      Map<String, String> day = published.get(row.get("period"));
      assertThat(row.get("value")).as("%s", row).isEqualTo(expected(row, day));
      assertThat(row.get("status")).as("%s", row).isEqualTo("NORMAL");
    }
  }

  @Test
  void shouldReportCountsThatAddUpAndNameWhatItSkipped() {
    assertThat(first.reported("records read"))
        .isEqualTo(
            first.reported("published")
                + first.reported("already known")
                + first.reported("rejected"));
    assertThat(first.reported("published")).isPositive();
    assertThat(first.err()).contains("expected-created-terminated.csv");
  }

  @Test
  void shouldPublishNothingTwiceAndLeaveTheTablesAsTheyAre() {
    String before = kuroshio.csv(BOTH, "JP", ALL_PERIODS);
    Kuroshio.Result again = kuroshio.loaded("nta-diff", FILES);
    assertThat(again.reported("published")).isZero();
    assertThat(again.reported("already known")).isEqualTo(first.reported("records read"));
    assertThat(kuroshio.csv(BOTH, "JP", ALL_PERIODS)).isEqualTo(before);
  }

  @Test
  void shouldGiveTheSameBytesWhenFilesComeOneByOneInReverse() throws IOException {
    Kuroshio reversed = new Kuroshio(temp.resolve("reversed"));
    List<Path> files = files();
    Collections.reverse(files);
    files.forEach(file -> reversed.loaded("nta-diff", file));
    assertThat(reversed.csv(BOTH, "JP", ALL_PERIODS))
        .isEqualTo(kuroshio.csv(BOTH, "JP", ALL_PERIODS));
  }

  @Test
  void shouldSayMissingAndNotZeroForADayThatNoFileCovers() {
    assertThat(kuroshio.rows("company.created", "JP", "2021-07-17"))
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("status", "MISSING");
              assertThat(row).containsEntry("value", "");
            });
  }

  @Test
  void shouldAnswerForThePastByCutAndByInstant() throws IOException {
    // Given
    Kuroshio growing = new Kuroshio(temp.resolve("growing"));
    List<Path> files = files();
    growing.loaded("nta-diff", files.get(0));
    String before = growing.csv(BOTH, "JP", ALL_PERIODS);
    String cut = Kuroshio.rows(before).get(0).get("cut");
    growing.loaded("nta-diff", files.get(1));

    // When
    Kuroshio.Result then =
        growing.run(
            "table",
            BOTH,
            "--group",
            "JP",
            "--period",
            ALL_PERIODS,
            "--format",
            "csv",
            "--as-of",
            cut);

    // Then
    assertThat(then.out()).isEqualTo(before).isNotEqualTo(growing.csv(BOTH, "JP", ALL_PERIODS));
    assertThat(
            growing.run(
                "table",
                BOTH,
                "--group",
                "JP",
                "--period",
                "TD",
                "--as-of",
                "2020-01-01T00:00:00Z"))
        .matches(result -> result.status() == 1)
        .matches(result -> result.err().contains("there is no cut at or before 2020-01-01"));
  }

  private static String expected(Map<String, String> row, Map<String, String> day) {
    boolean created = row.get("indicator").equals("company.created");
    return switch (row.get("region")) {
      case "JP" -> day.get(created ? "ncreated" : "nterminated");
      case "JP-ZZ" -> "0";
      default -> day.get((created ? "c" : "t") + row.get("region").substring(3));
    };
  }

  private static Map<String, Map<String, String>> published() throws IOException {
    String csv = Files.readString(FILES.resolve("expected-created-terminated.csv"));
    Map<String, Map<String, String>> byDay = new java.util.HashMap<>();
    Kuroshio.rows(csv.replace("\uFEFF", "")).forEach(row -> byDay.put(row.get("date"), row));
    return byDay;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      return new ArrayList<>(
          all.filter(file -> file.getFileName().toString().startsWith("diff_")).sorted().toList());
    }
  }
}
