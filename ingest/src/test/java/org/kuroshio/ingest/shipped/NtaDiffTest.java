package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.reference.Coverage;
import org.kuroshio.schemas.venture.RegistryChange;

class NtaDiffTest {
  @TempDir Path folder;

  /** A row of the layout; nothing in it is real. */
  private static String row(
      String number, String process, String correct, String updated, String prefecture) {
    return "1,"
        + number
        + ","
        + process
        + ","
        + correct
        + ","
        + updated
        + ",2026-03-20,\"株式会社見本\",,301,"
        + "\"見本県\",\"見本市\",\"見本町\",,"
        + prefecture
        + ",101,1000000,,,,,,,2015-10-05,1,,,,,\"ミホン\",0";
  }

  private EngineRun read(String name, String... rows) {
    new SourceFiles(folder).text(name, String.join("\n", rows) + "\n");
    return EngineRun.of("nta-diff", folder);
  }

  @Test
  void shouldReadTheExample() {
    EngineRun run = EngineRun.of("nta-diff", Examples.FOLDER.resolve("nta-diff"));
    List<RegistryChange> changes = Examples.entities(run, RegistryChange.class);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.addsUp()).isTrue();
    assertThat(run.keys()).doesNotHaveDuplicates().hasSize(51);
    assertThat(created(changes).get("2026-04-01"))
        .containsEntry("JP-13", 6L)
        .containsEntry("JP-14", 3L)
        .containsEntry("JP-ZZ", 1L)
        .containsEntry("JP-47", 1L);
    assertThat(terminated(changes).get("2026-04-01"))
        .isEqualTo(
            Map.of("JP-13", 2L, "JP-27", 1L, "JP-14", 1L, "JP-04", 1L, "JP-34", 1L, "JP-ZZ", 1L));
    assertThat(run.unknownRegions).isEqualTo(Map.of("no-prefecture", 2L));
  }

  @Test
  void shouldVouchForEachDay() {
    EngineRun run = EngineRun.of("nta-diff", Examples.FOLDER.resolve("nta-diff"));

    List<Coverage> coverage = Examples.entities(run, Coverage.class);

    assertThat(coverage).hasSize(4);
    assertThat(coverage).allMatch(c -> c.getComplete() && c.getRegions().equals(List.of("JP")));
    assertThat(run.events())
        .extracting(event -> event.key())
        .contains(
            "nta-diff:coverage:company.created:2026-04-01",
            "nta-diff:coverage:company.terminated:2026-04-02");
  }

  @Test
  void shouldVouchForADayWithoutRowsByTheFilesName() {
    EngineRun run = read("diff_20260403.csv", "");

    assertThat(run.events())
        .extracting(event -> event.key())
        .containsExactly(
            "nta-diff:coverage:company.created:2026-04-03",
            "nta-diff:coverage:company.terminated:2026-04-03");
    assertThat(run.read).isZero();
  }

  @Test
  void shouldNotVouchForAFileOfSeveralDays() {
    EngineRun run =
        read(
            "diff_20260403.csv",
            row("1", "01", "0", "2026-04-03", "13"),
            row("2", "01", "0", "2026-04-02", "13"));

    assertThat(run.keys()).hasSize(2);
    assertThat(run.events()).hasSize(2);
  }

  @Test
  void shouldTakeTheDayOfADeletedNumberFromTheFilesName() {
    EngineRun run = read("diff_20260403.csv", "7,5010122220074,99,,,,,,,,,,,,,,,,,,,,,,,,,,,");

    RegistryChange deleted = Examples.entities(run, RegistryChange.class).get(0);

    assertThat(deleted.getOn().getLabel()).isEqualTo("2026-04-03");
    assertThat(deleted.getRegion()).isEqualTo("JP-ZZ");
    assertThat(deleted.getEffectiveOn()).isNull();
  }

  @Test
  void shouldRejectWhatCanNotBeAndGoOn() {
    EngineRun run =
        read(
            "diff_20260403.csv",
            row("1", "01", "0", "2026-04-03", "48"),
            "2,1,01,0,2026-04-03",
            row("3", "01", "0", "2026-13-40", "13"),
            row("", "01", "0", "2026-04-03", "13"),
            row("5", "01", "0", "2026-04-03", "13"));

    assertThat(run.reasons())
        .containsExactly(
            "line 1: unknown-region",
            "line 2: too-few-columns",
            "line 3: bad-date",
            "line 4: missing-number");
    assertThat(run.rejections().get(0).getDetail()).contains("'48'").contains("01 to 47");
    assertThat(run.rejections().get(2).getDetail()).contains("2026-13-40");
    assertThat(run.keys()).hasSize(1);
    assertThat(run.addsUp()).isTrue();
  }

  @Test
  void shouldGiveARowTheSameIdInEitherCharset() {
    String row = row("5", "01", "0", "2026-04-03", "13");
    String first = read("diff_20260403.csv", row).keys().get(0);
    new SourceFiles(folder).text("diff_20260403.csv", row + "\n", Charset.forName("windows-31j"));

    EngineRun again = EngineRun.of("nta-diff", folder);

    assertThat(again.keys()).containsExactly(first);
    assertThat(first).matches("nta:5:2026-04-03:01:0:[0-9a-f]{16}");
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldCountWhatTheTaxAgencyPublished() throws IOException {
    Path samples = Examples.SAMPLES.resolve("nta-diff");
    EngineRun run = EngineRun.of("nta-diff", samples);
    List<RegistryChange> changes = Examples.entities(run, RegistryChange.class);
    Map<String, Map<String, Long>> created = created(changes);
    Map<String, Map<String, Long>> terminated = terminated(changes);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys()).hasSize(18_320).doesNotHaveDuplicates();
    List<String> lines = Files.readAllLines(samples.resolve("expected-created-terminated.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      for (int prefecture = 1; prefecture <= 47; prefecture++) {
        String region = "JP-%02d".formatted(prefecture);
        assertThat(created.get(cells[0]).getOrDefault(region, 0L))
            .as("created in %s on %s", region, cells[0])
            .isEqualTo(Long.parseLong(cells[3 + prefecture]));
        assertThat(terminated.get(cells[0]).getOrDefault(region, 0L))
            .as("terminated in %s on %s", region, cells[0])
            .isEqualTo(Long.parseLong(cells[50 + prefecture]));
      }
    }
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }

  private static Map<String, Map<String, Long>> created(List<RegistryChange> changes) {
    return count(changes, c -> c.getProcess().equals("01") && !c.getCorrection());
  }

  private static Map<String, Map<String, Long>> terminated(List<RegistryChange> changes) {
    return count(
        changes,
        c ->
            c.getProcess().equals("99")
                || (List.of("21", "81").contains(c.getProcess()) && !c.getCorrection()));
  }

  private static Map<String, Map<String, Long>> count(
      List<RegistryChange> changes, Predicate<RegistryChange> counted) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (RegistryChange change : changes) {
      Map<String, Long> day =
          counts.computeIfAbsent(change.getOn().getLabel(), d -> new TreeMap<>());
      if (counted.test(change)) {
        day.merge(change.getRegion(), 1L, Long::sum);
      }
    }
    return counts;
  }
}
