package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.venture.RegistryChange;

class NtaApiTest {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  @TempDir Path folder;

  @Test
  void shouldGiveEveryRowTheIdThatItHasInTheDailyFile() {
    EngineRun file =
        EngineRun.of("nta-diff", Examples.FOLDER.resolve("nta-diff/diff_20260401.csv"));

    EngineRun api = EngineRun.of("nta-api", Examples.FOLDER.resolve("nta-api"));

    assertThat(api.rejections()).isEmpty();
    assertThat(api.keys()).containsExactlyInAnyOrderElementsOf(file.keys()).hasSize(41);
    assertThat(Examples.entities(api, RegistryChange.class))
        .containsExactlyInAnyOrderElementsOf(Examples.entities(file, RegistryChange.class));
  }

  @Test
  void shouldRejectARowWithoutADayWhereNothingTellsIt() {
    new SourceFiles(folder)
        .text("saved.csv", "2026-04-01,1,1,1\n7,5010122220074,99,,,,,,,,,,,,,,,,,,,,,,,,,,,\n");

    EngineRun run = EngineRun.of("nta-api", folder);

    assertThat(run.reasons()).containsExactly("line 2: missing-date");
  }

  @Test
  void shouldReadAnAnswerWithoutRows() {
    new SourceFiles(folder).text("diff_20260405.csv", "2026-04-05,0,1,1\n");

    EngineRun run = EngineRun.of("nta-api", folder);

    assertThat(run.read).isZero();
    assertThat(run.rejections()).isEmpty();
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldReadTheRealAnswersAsTheDailyFileWouldBeRead() throws IOException {
    Path answer = Examples.SAMPLES.resolve("nta-api/diff_20190404_ver4_c2.csv");
    List<String> lines = Files.readAllLines(answer, WINDOWS_31J);
    new SourceFiles(folder).text("diff_20190404.csv", lines.get(1) + "\n", WINDOWS_31J);

    EngineRun api = EngineRun.of("nta-api", answer);
    EngineRun file = EngineRun.of("nta-diff", folder);

    RegistryChange change = Examples.entities(api, RegistryChange.class).get(0);
    assertThat(api.keys()).isEqualTo(file.keys()).hasSize(1);
    assertThat(change.getProcess()).isEqualTo("12");
    assertThat(change.getRegion()).isEqualTo("JP-13");
    assertThat(change.getOn().getLabel()).isEqualTo("2019-04-04");
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldGiveOneIdToARowInEitherCharset() {
    Path samples = Examples.SAMPLES.resolve("nta-api");

    EngineRun japanese = EngineRun.of("nta-api", samples.resolve("num_0_ver4_c2.csv"));
    EngineRun unicode = EngineRun.of("nta-api", samples.resolve("num_0_ver4_c4.csv"));
    EngineRun many = EngineRun.of("nta-api", samples.resolve("name_ver4_c4.csv"));

    assertThat(japanese.keys()).isEqualTo(unicode.keys()).hasSize(1);
    assertThat(many.keys()).hasSize(10).doesNotHaveDuplicates();
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }
}
