package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.Quality;
import org.kuroshio.schemas.program.GateDecision;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneKind;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.program.ProjectCategory;

class PaperProjectsTest {
  private static final String STRATEGY = "paper:programme:STR";

  private final LoadedSource paper = LoadedSource.bundled("paper");

  @Test
  void shouldHaveThePlatformsOfTable1AndTheSixteenOthersAsTotals() {
    List<Fact> platforms = projects(ProjectCategory.PLATFORM).toList();

    assertThat(count(platforms.stream())).isEqualTo(21);
    Map<String, Long> byYear =
        platforms.stream()
            .filter(fact -> fact.standsFor() == 1)
            .collect(
                Collectors.groupingBy(
                    fact -> project(fact).getSelectedOn().getLabel(),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(byYear).isEqualTo(Map.of("2006", 2L, "2007", 1L, "2008", 2L));
  }

  @Test
  void shouldPrintTable1AsItIs() {
    Map<String, Project> projects =
        paper.all(Project.class).collect(Collectors.toMap(Fact::id, PaperProjectsTest::project));

    for (Map<String, String> row : SeedRows.of("table1.csv")) {
      Project project = projects.get("paper:project:" + row.get("platform_id"));
      assertThat(project.getStart().getLabel()).isEqualTo(row.get("start_year"));
      assertThat(project.getEnd().getLabel()).isEqualTo(row.get("end_year"));
      assertThat(project.getLabels()).containsEntry("zh", row.get("name_zh_seed"));
      assertThat(parties(project, PartyRole.LEAD))
          .extracting(Party::getRegion)
          .containsExactly(row.get("lead_iso_3166_2"));
      assertThat(parties(project, PartyRole.PARTICIPANT).map(Party::getOrganisationName))
          .containsExactly(row.get("firms_as_printed").split("；", -1));
    }
  }

  @Test
  void shouldCountThirtySixParticipationsOfThirtyTwoFirms() {
    List<Party> firms =
        projects(ProjectCategory.PLATFORM)
            .flatMap(fact -> parties(project(fact), PartyRole.PARTICIPANT))
            .toList();

    assertThat(firms).hasSize(36);
    Map<String, Long> appearances =
        firms.stream()
            .collect(Collectors.groupingBy(Party::getOrganisationId, Collectors.counting()));
    assertThat(appearances).hasSize(32);
    assertThat(
            appearances.entrySet().stream()
                .filter(firm -> firm.getValue() == 2)
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "jp:org:nec",
            "jp:org:fujitsu-laboratories",
            "jp:org:hitachi",
            "jp:org:sekisui-medical");
  }

  @Test
  void shouldHaveTwentyTwoStrategyProjectsInThreeCategories() {
    assertThat(count(projects(ProjectCategory.INTERNATIONAL))).isEqualTo(5);
    assertThat(count(projects(ProjectCategory.DISTINCTIVE))).isEqualTo(10);
    assertThat(count(projects(ProjectCategory.FOUNDATION))).isEqualTo(7);
    assertThat(count(strategy())).isEqualTo(22);
    assertThat(strategy().filter(fact -> fact.standsFor() > 1))
        .allSatisfy(
            fact -> {
              assertThat(fact.quality()).contains(Quality.PARTIAL, Quality.RECONSTRUCTED);
              assertThat(project(fact).getParties())
                  .extracting(Party::getRegion)
                  .containsExactly("JP-KANTO11");
            });
  }

  @Test
  void shouldDivideTable2AsTheSeedDoes() {
    Map<String, Shares> fractional = new TreeMap<>();
    Map<String, Long> whole = new TreeMap<>();
    strategy()
        .filter(fact -> fact.standsFor() == 1)
        .map(PaperProjectsTest::project)
        .forEach(
            project -> {
              parties(project, PartyRole.LEAD)
                  .forEach(
                      p ->
                          fractional.merge(
                              p.getRegion(),
                              Shares.of(p.getWeightNumerator(), p.getWeightDenominator()),
                              Shares::plus));
              parties(project, PartyRole.LEAD)
                  .map(Party::getRegion)
                  .distinct()
                  .forEach(region -> whole.merge(region, 1L, Long::sum));
            });

    assertThat(fractional)
        .hasToString(
            "{JP-08=5/4, JP-09=1/4, JP-10=1/4, JP-11=1/4, JP-13=8, JP-15=1, JP-19=1/2, JP-20=3/2,"
                + " JP-22=1}");
    assertThat(fractional.values().stream().reduce(Shares.of(0, 1), Shares::plus))
        .hasToString("14");
    assertThat(whole)
        .hasToString(
            "{JP-08=2, JP-09=1, JP-10=1, JP-11=1, JP-13=9, JP-15=2, JP-19=1, JP-20=2, JP-22=1}");
    assertThat(strategy().filter(fact -> fact.standsFor() == 1)).hasSize(14);
  }

  @Test
  void shouldPrintTable2AsItIs() {
    Map<String, Project> projects =
        paper.all(Project.class).collect(Collectors.toMap(Fact::id, PaperProjectsTest::project));

    for (Map<String, String> row : SeedRows.of("table2.csv")) {
      Project project = projects.get("paper:project:" + row.get("project_id"));
      assertThat(project.getCategory()).hasToString(row.get("category").toUpperCase(Locale.ROOT));
      assertThat(project.getParties())
          .extracting(Party::getRegion)
          .containsExactly(row.get("institution_iso_3166_2").split(";", -1));
      assertThat(project.getParties())
          .extracting(Party::getOrganisationName)
          .containsExactly(row.get("institutions_zh_seed").split("；", -1));
    }
  }

  @Test
  void shouldHaveTwoOfFourEcosystemRegionsInTheRegion() {
    List<Fact> selected = projects(ProjectCategory.ECOSYSTEM).toList();

    assertThat(count(selected.stream())).isEqualTo(4);
    assertThat(
            selected.stream()
                .flatMap(fact -> project(fact).getParties().stream())
                .map(Party::getRegion)
                .distinct())
        .containsExactlyInAnyOrder("JP-08", "JP-22", "JP-ZZ");
    Project hamamatsu =
        project(
            selected.stream()
                .filter(fact -> fact.id().endsWith("ECO-HAM"))
                .findFirst()
                .orElseThrow());
    assertThat(hamamatsu.getEnd().getTo()).as("FY2020 is Japan's").isEqualTo("2021-03-31");
  }

  @Test
  void shouldLetTwelveOfTwentyOneThroughTheGate() {
    List<Fact> gates =
        paper
            .all(Milestone.class)
            .filter(fact -> milestone(fact).getKind() == MilestoneKind.GATE)
            .toList();

    assertThat(count(gates.stream())).isEqualTo(21);
    assertThat(
            count(
                gates.stream()
                    .filter(fact -> milestone(fact).getDecision() == GateDecision.CONTINUE)))
        .isEqualTo(12);
    assertThat(
            count(
                gates.stream().filter(fact -> milestone(fact).getDecision() == GateDecision.STOP)))
        .isEqualTo(9);
    assertThat(gates.stream().filter(fact -> fact.standsFor() == 1))
        .hasSize(5)
        .allMatch(fact -> milestone(fact).getDecision() == GateDecision.CONTINUE);
  }

  private Stream<Fact> projects(ProjectCategory... categories) {
    return paper
        .all(Project.class)
        .filter(fact -> Arrays.asList(categories).contains(project(fact).getCategory()));
  }

  private Stream<Fact> strategy() {
    return paper.all(Project.class).filter(fact -> project(fact).getProgrammeId().equals(STRATEGY));
  }

  private static long count(Stream<Fact> facts) {
    return facts.mapToLong(Fact::standsFor).sum();
  }

  private static Project project(Fact fact) {
    return (Project) fact.entity();
  }

  private static Milestone milestone(Fact fact) {
    return (Milestone) fact.entity();
  }

  private static Stream<Party> parties(Project project, PartyRole role) {
    return project.getParties().stream().filter(party -> party.getRole() == role);
  }
}
