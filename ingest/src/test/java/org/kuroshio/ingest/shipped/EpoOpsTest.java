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
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.patent.ApplicationStatus;
import org.kuroshio.schemas.patent.Family;

class EpoOpsTest {
  private static final Path EXAMPLE = Examples.FOLDER.resolve("epo-ops");

  @Test
  void shouldTakePublicationsForStatesOfTheirApplication() {
    EngineRun run = EngineRun.of("epo-ops", EXAMPLE);
    List<Application> states = Examples.entities(run, Application.class);
    List<Long> versions = Examples.versions(run);

    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys())
        .containsExactly("epo:EP:22999001", "docdb:99000001", "epo:EP:22999001", "docdb:99000001");
    assertThat(states.get(0).getStatus()).isEqualTo(ApplicationStatus.PUBLISHED);
    assertThat(states.get(0).getPublishedOn().getLabel()).isEqualTo("2024-01-03");
    assertThat(states.get(0).getFiledOn().getLabel()).isEqualTo("2022-07-01");
    assertThat(states.get(0).getPriorityOn().getLabel()).isEqualTo("2021-06-15");
    assertThat(states.get(0).getClasses()).containsExactly("G01N33/18", "G01N21/00");
    assertThat(states.get(1).getGrantedOn().getLabel()).isEqualTo("2026-02-04");
    assertThat(versions.get(2)).as("the grant is the later state").isGreaterThan(versions.get(0));
  }

  @Test
  void shouldCountEachPartyOnceByTheOfficesOwnSpelling() {
    Application application =
        Examples.entities(EngineRun.of("epo-ops", EXAMPLE), Application.class).get(0);

    assertThat(application.getParties())
        .extracting(party -> party.getRole() + " " + party.getRegion())
        .containsExactly("APPLICANT JP-ZZ", "APPLICANT FI-ZZ", "INVENTOR JP-ZZ", "INVENTOR FI-ZZ");
    assertThat(application.getParties())
        .extracting(Party::getOrganisationName)
        .containsExactly("MIHON SENSORS CO LTD", null, null, null);
    assertThat(application.getParties().get(0).getSector()).isEqualTo(Sector.INDUSTRY);
  }

  @Test
  void shouldTellTheFamilyByItsEarliestPriority() {
    List<Family> families = Examples.entities(EngineRun.of("epo-ops", EXAMPLE), Family.class);

    assertThat(families).hasSize(2);
    assertThat(families)
        .allMatch(family -> family.getEarliestPriorityOn().getLabel().equals("2021-06-15"));
  }

  @Test
  @Tag("real-samples")
  @EnabledIf("samplesAreThere")
  void shouldReadEveryKindOfRealAnswer() {
    Path samples = Examples.SAMPLES.resolve("epo-ops");

    EngineRun one = EngineRun.of("epo-ops", samples.resolve("get_biblio.xml"));
    EngineRun family = EngineRun.of("epo-ops", samples.resolve("get_family_with_biblio.xml"));
    EngineRun several = EngineRun.of("epo-ops", samples.resolve("get_biblio_multiple.xml"));
    EngineRun search = EngineRun.of("epo-ops", samples.resolve("search_with_constituent.xml"));

    assertThat(List.of(one, family, several, search))
        .allSatisfy(run -> assertThat(run.rejections()).isEmpty());
    assertThat(one.keys()).containsExactly("epo:EP:10167109", "docdb:43088294");
    // the members in the United States are told by the sources of that office
    assertThat(family.keys()).containsOnly("epo:EP:10167109", "epo:CA:2744162", "docdb:43088294");
    assertThat(Examples.entities(family, Family.class))
        .hasSize(5)
        .allMatch(f -> f.getEarliestPriorityOn().getLabel().equals("2010-06-24"));
    assertThat(Examples.entities(search, Application.class)).hasSize(3);
    assertThat(Examples.entities(one, Application.class).get(0).getParties())
        .extracting(Party::getRegion)
        .containsOnly("FI-ZZ");
  }

  static boolean samplesAreThere() {
    return Files.isDirectory(Examples.SAMPLES);
  }
}
