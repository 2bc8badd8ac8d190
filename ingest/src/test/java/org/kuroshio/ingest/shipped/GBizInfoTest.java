package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.venture.Venture;

class GBizInfoTest {
  private static final Path EXAMPLES = Examples.FOLDER.resolve("gbizinfo");

  @TempDir Path folder;

  @Test
  void shouldMakeProjectsOfTheSubsidiesThatSpeakOfResearch() {
    EngineRun run = EngineRun.of("gbizinfo", EXAMPLES.resolve("subsidy.json"));
    List<Project> projects = Examples.entities(run, Project.class);
    List<Funding> money = Examples.entities(run, Funding.class);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys())
        .containsExactly(
            "gbizinfo:9990000000011:2026_01_01_20260501_00000001",
            "gbizinfo:9990000000011:2026_01_01_20260501_00000001:funding",
            "gbizinfo:9990000000022:2026_01_01_20260501_00000003");
    assertThat(projects.get(0).getParties().get(0).getRegion()).isEqualTo("JP-23");
    assertThat(projects.get(0).getParties().get(0).getSector()).isEqualTo(Sector.INDUSTRY);
    assertThat(money).hasSize(1);
    assertThat(money.get(0).getMoney().getAmount()).isEqualByComparingTo("12000000");
    assertThat(money.get(0).getMoney().getCurrency()).isEqualTo("JPY");
  }

  @Test
  void shouldLeaveUnknownWhereNoPrefectureBeginsTheAddress() {
    EngineRun run = EngineRun.of("gbizinfo", EXAMPLES.resolve("subsidy.json"));

    Project university = Examples.entities(run, Project.class).get(1);

    assertThat(university.getParties().get(0).getRegion()).isEqualTo("JP-ZZ");
    assertThat(university.getParties().get(0).getSector()).isEqualTo(Sector.ACADEMIA);
    assertThat(university.getSelectedOn()).isNull();
    assertThat(run.unknownRegions).containsOnlyKeys("unknown-address");
  }

  @Test
  void shouldMakeOnePatentOfItsRows() {
    EngineRun run = EngineRun.of("gbizinfo", EXAMPLES.resolve("patent.json"));

    Application patent = Examples.entities(run, Application.class).get(0);

    assertThat(run.keys()).containsExactly("jpo:9900001");
    assertThat(patent.getClasses()).containsExactly("G01N21/00", "G01N33/18");
    assertThat(patent.getFiledOn().getLabel()).isEqualTo("2024-02-01");
    assertThat(patent.getParties().get(0).getOrganisationId()).isEqualTo("9990000000011");
  }

  @Test
  void shouldCountACompanyAsAVentureOnlyWhereItIsSaidToBeOne() {
    EngineRun run = EngineRun.of("gbizinfo", EXAMPLES.resolve("company.json"));
    EngineRun ventures =
        EngineRun.of(
            SourceDefinitions.find("gbizinfo", Map.of("ventures", "true")),
            EXAMPLES.resolve("company.json"));

    assertThat(Examples.entities(run, Venture.class).get(0).getFoundedOn()).isNull();
    assertThat(Examples.entities(ventures, Venture.class).get(0).getFoundedOn().getLabel())
        .isEqualTo("2019-10-01");
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldReadTheRealAnswers() throws IOException {
    Path samples = Examples.SAMPLES.resolve("gbizinfo");
    SourceFiles files = new SourceFiles(folder);
    files.text("subsidy.json", read(samples.resolve("subsidy.7010001008844.2026-07-10.json")));
    files.text(
        "subsidy-none.json", read(samples.resolve("subsidy.1180301018771.empty.2026-07-10.json")));
    files.text(
        "patent.json", read(samples.resolve("patent.7010001008844.trimmed.2026-07-10.json")));
    files.text("company.json", read(samples.resolve("basic.7010001008844.2026-07-10.json")));

    EngineRun run = EngineRun.of("gbizinfo", folder);

    assertThat(run.rejections()).isEmpty();
    // its five subsidies are surveys, insurance and infection control
    assertThat(run.keys())
        .containsExactlyInAnyOrder("gbizinfo:company:7010001008844", "jpo:7323903");
    assertThat(Examples.entities(run, Venture.class).get(0).getHeadquarters().getRegion())
        .isEqualTo("JP-13");
    EngineRun all =
        EngineRun.of(
            SourceDefinitions.find("gbizinfo", Map.of("titles", ".")),
            folder.resolve("subsidy.json"));
    assertThat(Examples.entities(all, Funding.class)).hasSize(5);
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldGroupThousandsOfRowsOfOneFirm() throws IOException {
    String company = read(Examples.SAMPLES.resolve("gbizinfo/v1/hojin-1130001011420.json"));
    new SourceFiles(folder).text("patent.json", "{\"hojin-infos\":[" + company + "]}");

    EngineRun run = EngineRun.of("gbizinfo", folder);

    // counted from the file: 2,841 of its 6,353 rows are of 745 patents
    assertThat(run.keys()).hasSize(745).doesNotHaveDuplicates();
    assertThat(run.rejections()).isEmpty();
    assertThat(Examples.entities(run, Application.class))
        .allMatch(patent -> patent.getParties().get(0).getRegion().equals("JP-26"));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }
}
