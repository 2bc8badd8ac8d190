package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.program.ProjectStatus;

class KakenTest {
  @Test
  void shouldReadOneLanguageAndTheFirstOfSeveralAmounts() {
    EngineRun run = EngineRun.of("kaken", Examples.FOLDER.resolve("kaken"));
    Project project = Examples.entities(run, Project.class).get(0);
    List<Funding> money = Examples.entities(run, Funding.class);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys())
        .containsExactly(
            "kaken:KAKENHI-PROJECT-99K00001",
            "kaken:KAKENHI-PROJECT-99K00001:funding",
            "kaken:KAKENHI-PROJECT-99K00002");
    assertThat(project.getParties()).hasSize(1);
    assertThat(project.getParties().get(0).getRegion()).isEqualTo("JP-26");
    assertThat(project.getSelectedOn().getLabel()).isEqualTo("2024-04-01");
    assertThat(project.getFields()).containsExactly("基盤研究(C)");
    assertThat(money).hasSize(1);
    assertThat(money.get(0).getMoney().getAmount()).isEqualByComparingTo("4550000");
  }

  @Test
  void shouldTakeFiscalYearsWhereThereIsNoDayAndLeaveAnUnknownInstitutionUnknown() {
    EngineRun run = EngineRun.of("kaken", Examples.FOLDER.resolve("kaken"));

    Project project = Examples.entities(run, Project.class).get(1);

    assertThat(project.getSelectedOn().getLabel()).isEqualTo("FY2025");
    assertThat(project.getStatus()).isEqualTo(ProjectStatus.TERMINATED);
    assertThat(project.getParties().get(0).getRegion()).isEqualTo("JP-ZZ");
    assertThat(run.unknownRegions).containsOnlyKeys("unknown-institution");
  }
}
