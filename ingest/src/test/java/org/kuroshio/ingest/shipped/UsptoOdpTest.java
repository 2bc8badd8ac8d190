package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.patent.ApplicationStatus;

class UsptoOdpTest {
  private static final Path EXAMPLE = Examples.FOLDER.resolve("uspto-odp");

  @Test
  void shouldTellAPatentUnderItsNumberAndTakeThePendingApplicationBack() {
    EngineRun run = EngineRun.of("uspto-odp", EXAMPLE);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys())
        .containsExactly(
            "uspto:99000001", "uspto:application:99900001", "uspto:application:99900002");
    assertThat(Examples.operations(run)).containsExactly("ASSERT", "WITHDRAW", "ASSERT");
    assertThat(Examples.versions(run).get(1))
        .as("whatever is read of the pending application later")
        .isGreaterThan(Examples.versions(run).get(2));
  }

  @Test
  void shouldShareTheIdOfAPatentWithPatentsView() {
    EngineRun twin = EngineRun.of("patentsview", Examples.FOLDER.resolve("patentsview"));

    EngineRun run = EngineRun.of("uspto-odp", EXAMPLE);

    Application here = Examples.entities(run, Application.class).get(0);
    Application there = Examples.entities(twin, Application.class).get(0);
    assertThat(twin.keys()).contains(run.keys().get(0));
    assertThat(here.getNumber()).isEqualTo(there.getNumber());
    assertThat(here.getGrantedOn()).isEqualTo(there.getGrantedOn());
    assertThat(here.getKindCode()).isEqualTo(there.getKindCode());
    assertThat(here.getClasses()).isEqualTo(there.getClasses());
  }

  @Test
  void shouldPlaceInventorsWhereTheyLive() {
    List<Application> applications =
        Examples.entities(EngineRun.of("uspto-odp", EXAMPLE), Application.class);

    assertThat(applications.get(0).getParties())
        .extracting(party -> party.getRole() + " " + party.getRegion())
        .containsExactly("APPLICANT US-CA", "INVENTOR US-TX", "INVENTOR JP-23");
    assertThat(applications.get(2).getStatus()).isEqualTo(ApplicationStatus.PUBLISHED);
    assertThat(applications.get(2).getParties())
        .extracting(Party::getRegion)
        .containsExactly("JP-ZZ");
    assertThat(applications.get(2).getParties().get(0).getOrganisationName()).isNull();
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldReadTheRealAnswers() {
    Path samples = Examples.SAMPLES.resolve("uspto-odp");

    EngineRun granted = EngineRun.of("uspto-odp", samples.resolve("search_patents.full.json"));
    EngineRun pending = EngineRun.of("uspto-odp", samples.resolve("search_patents.json"));

    assertThat(granted.rejections()).isEmpty();
    assertThat(pending.rejections()).isEmpty();
    assertThat(granted.keys()).containsExactly("uspto:11646472", "uspto:application:17248024");
    Application patent = Examples.entities(granted, Application.class).get(0);
    assertThat(patent.getGrantedOn().getLabel()).isEqualTo("2023-05-09");
    assertThat(patent.getFiledOn().getLabel()).isEqualTo("2021-01-05");
    assertThat(patent.getParties()).extracting(Party::getRegion).contains("US-CA");
    assertThat(Examples.entities(pending, Application.class).get(0).getParties())
        .extracting(Party::getRegion)
        .containsOnly("CN-ZZ");
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }
}
