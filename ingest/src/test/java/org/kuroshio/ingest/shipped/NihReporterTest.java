package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;

class NihReporterTest {
  @Test
  void shouldMakeOneProjectOfAllItsYearsAndOneFundingOfEach() {
    EngineRun run = EngineRun.of("nih-reporter", Examples.FOLDER.resolve("nih-reporter"));
    List<Project> projects = Examples.entities(run, Project.class);
    List<Funding> money = Examples.entities(run, Funding.class);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.ignored).as("the sub-project").isEqualTo(1);
    assertThat(run.keys())
        .containsExactly(
            "nih:R01EX990001",
            "nih:99000001:funding",
            "nih:R01EX990001",
            "nih:99000002:funding",
            "nih:R43EX990003");
    assertThat(projects.get(0).getSelectedOn()).isEqualTo(projects.get(1).getSelectedOn());
    assertThat(money).extracting(m -> m.getFiscalYear().getLabel()).contains("FY2025", "FY2026");
    assertThat(money.get(1).getMoney().getAmount()).isEqualByComparingTo("480000");
    assertThat(money.get(1).getCommittedOn().getLabel()).isEqualTo("2026-06-15");
  }

  @Test
  void shouldLetTheNewestYearTellTheProjectsState() {
    EngineRun run = EngineRun.of("nih-reporter", Examples.FOLDER.resolve("nih-reporter"));

    List<Long> versions = Examples.versions(run);

    assertThat(versions.get(2)).isGreaterThan(versions.get(0));
  }

  @Test
  void shouldPlaceAnAwardAbroad() {
    EngineRun run = EngineRun.of("nih-reporter", Examples.FOLDER.resolve("nih-reporter"));

    Project abroad = Examples.entities(run, Project.class).get(2);

    assertThat(abroad.getParties().get(0).getRegion()).isEqualTo("CA-ZZ");
    assertThat(abroad.getParties().get(0).getSector()).isEqualTo(Sector.INDUSTRY);
    assertThat(run.unknownRegions).containsEntry("other-country", 1L);
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldReadTheRealRecord() {
    EngineRun run = EngineRun.of("nih-reporter", Examples.SAMPLES.resolve("nih"));
    Project project = Examples.entities(run, Project.class).get(0);
    Funding money = Examples.entities(run, Funding.class).get(0);

    assertThat(run.keys()).containsExactly("nih:R15DE032063", "nih:10497514:funding");
    assertThat(project.getParties().get(0).getRegion()).isEqualTo("US-WV");
    assertThat(project.getParties().get(0).getSector()).isEqualTo(Sector.ACADEMIA);
    assertThat(money.getMoney().getAmount()).isEqualByComparingTo("444000");
    assertThat(money.getCommittedOn().getLabel()).isEqualTo("2023-07-25");
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }
}
