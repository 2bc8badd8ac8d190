package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.ingest.fixture.SourceFiles;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;

class NsfApiTest {
  private static final Path EXAMPLE = Examples.FOLDER.resolve("nsf-api/awards.json");

  @TempDir Path folder;

  private EngineRun read(String answer) {
    new SourceFiles(folder).text("awards.json", answer);
    return EngineRun.of("nsf-api", folder);
  }

  private static String example() throws IOException {
    return Files.readString(EXAMPLE, StandardCharsets.UTF_8);
  }

  @Test
  void shouldMakeTheVeryEntitiesOfTheYearlyFile() {
    EngineRun file = EngineRun.of("nsf-awards", Examples.FOLDER.resolve("nsf-awards/9900001.xml"));

    EngineRun api = EngineRun.of("nsf-api", EXAMPLE);

    assertThat(api.keys()).startsWith("nsf:9900001", "nsf:9900001:funding");
    assertThat(api.keys().subList(0, 2)).isEqualTo(file.keys());
    assertThat(Examples.entities(api, Project.class).get(0))
        .isEqualTo(Examples.entities(file, Project.class).get(0));
    assertThat(Examples.entities(api, Funding.class).get(0))
        .isEqualTo(Examples.entities(file, Funding.class).get(0));
    assertThat(Examples.versions(api).subList(0, 2)).isEqualTo(Examples.versions(file));
  }

  @Test
  void shouldReadAwardsOfWhichTheServiceTellsLess() {
    List<Project> projects = Examples.entities(EngineRun.of("nsf-api", EXAMPLE), Project.class);

    assertThat(projects.get(1).getSelectedOn().getLabel()).isEqualTo("2026-05-04");
    assertThat(projects.get(1).getParties().get(0).getRegion()).isEqualTo("US-TX");
    assertThat(projects.get(1).getParties().get(0).getSector()).hasToString("INDUSTRY");
    assertThat(projects.get(1).getProgrammeId()).isNull();
    assertThat(projects.get(2).getParties().get(0).getRegion()).isEqualTo("CA-ZZ");
    assertThat(projects.get(2).getParties().get(0).getOrganisationName()).isNull();
    assertThat(projects.get(2).getLabels()).isEmpty();
  }

  @Test
  void shouldLetAYearlyFileWithAnAmendmentWinOverAnAnswerWithout() throws IOException {
    EngineRun file = EngineRun.of("nsf-awards", Examples.FOLDER.resolve("nsf-awards/9900001.xml"));

    EngineRun api = read(example().replace("\"latestAmendmentDate\": \"08/02/2018\",", ""));

    assertThat(Examples.versions(api).get(0)).isLessThan(Examples.versions(file).get(0));
  }

  @Test
  void shouldRejectWhatCanNotBe() throws IOException {
    assertThat(read(example().replace("\"250000\"", "\"NaN\"")).reasons())
        .containsExactly("#/response/award/0: bad-number");
    assertThat(read(example().replace("\"06/19/2017\"", "\"13/40/2017\"")).reasons())
        .containsExactly("#/response/award/0: bad-date");
    assertThat(read(example().replace("\"TX\"", "\"XX\"")).reasons())
        .containsExactly("#/response/award/1: unknown-region");
    assertThat(read("{\"response\":{\"serviceNotification\":[{}]}}").reasons())
        .containsExactly("#/response/award/0 and what follows: no-records");
  }
}
