package org.kuroshio.ingest.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.ingest.fixture.EngineRun;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.patent.Application;

class UsptoGrantsTest {
  private final EngineRun run =
      EngineRun.of("uspto-grants", Examples.FOLDER.resolve("uspto-grants"));

  private static List<String> places(Application application) {
    return application.getParties().stream()
        .map(party -> party.getRole() + " " + party.getRegion())
        .toList();
  }

  @Test
  void shouldReadEveryGrantOfAFileAndPassOverSequenceListings() {
    assertThat(run.rejections()).isEmpty();
    assertThat(run.keys())
        .containsExactly(
            "uspto:99000001",
            "uspto:application:99900001",
            "uspto:D990002",
            "uspto:application:99900003",
            "uspto:9900003",
            "uspto:application:99900004");
    assertThat(Examples.operations(run))
        .containsExactly("ASSERT", "WITHDRAW", "ASSERT", "WITHDRAW", "ASSERT", "WITHDRAW");
  }

  @Test
  void shouldMakeTheVeryStateThatThePortalTells() {
    EngineRun portal = EngineRun.of("uspto-odp", Examples.FOLDER.resolve("uspto-odp"));

    Application here = Examples.entities(run, Application.class).get(0);
    Application there = Examples.entities(portal, Application.class).get(0);

    assertThat(run.keys().subList(0, 2)).isEqualTo(portal.keys().subList(0, 2));
    assertThat(here.getParties()).isEqualTo(there.getParties());
    assertThat(here.getGrantedOn()).isEqualTo(there.getGrantedOn());
    assertThat(here.getFiledOn()).isEqualTo(there.getFiledOn());
    assertThat(here.getClasses()).isEqualTo(there.getClasses());
    assertThat(Examples.versions(run).get(0))
        .as("the portal knows what became of the patent")
        .isLessThan(Examples.versions(portal).get(0));
  }

  @Test
  void shouldStandAboveAnAnswerOfPatentsView() {
    EngineRun view = EngineRun.of("patentsview", Examples.FOLDER.resolve("patentsview"));

    int same = view.keys().indexOf(run.keys().get(0));
    assertThat(same).isNotNegative();
    assertThat(Examples.versions(run).get(0)).isGreaterThan(Examples.versions(view).get(same));
  }

  @Test
  void shouldReadTheLayoutInWhichInventorsWereTheApplicants() {
    List<Application> grants = Examples.entities(run, Application.class);
    Application former = grants.get(4);

    assertThat(places(former))
        .containsExactly("APPLICANT US-MA", "INVENTOR US-MA", "INVENTOR JP-23");
    assertThat(former.getParties().get(0).getOrganisationName()).isEqualTo("Example University");
    assertThat(former.getGrantedOn().getLabel()).isEqualTo("2012-03-06");
  }

  @Test
  void shouldNameNoApplicantWhoIsAPerson() {
    Application design = Examples.entities(run, Application.class).get(2);

    assertThat(design.getKindCode()).isEqualTo("S1");
    assertThat(places(design)).containsExactly("APPLICANT JP-ZZ", "INVENTOR JP-ZZ");
    assertThat(design.getParties()).extracting(Party::getOrganisationName).containsOnlyNulls();
  }
}
