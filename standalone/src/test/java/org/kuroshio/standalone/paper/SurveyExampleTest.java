package org.kuroshio.standalone.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.reference.Coverage;
import org.kuroshio.schemas.reference.Observation;
import org.kuroshio.schemas.venture.Venture;

class SurveyExampleTest {
  private final LoadedSource survey = LoadedSource.of("cn-jjj-survey", "../examples/cn-jjj-survey");

  @Test
  void shouldReadChineseSheetsIntoTheSameEntities() {
    Map<String, Long> open =
        survey
            .all(Venture.class)
            .map(fact -> (Venture) fact.entity())
            .filter(venture -> venture.getClosedOn() == null)
            .collect(
                Collectors.groupingBy(
                    venture -> venture.getHeadquarters().getRegion(),
                    TreeMap::new,
                    Collectors.counting()));

    assertThat(open).hasToString("{CN-BJ=9, CN-HE=5, CN-TJ=4}");
    assertThat(survey.all(Observation.class)).hasSize(3);
    assertThat(survey.all(Coverage.class)).hasSize(3);
  }

  @Test
  void shouldDivideJointProjectsAndKeepTheUnknownProvinceInTheRegion() {
    Map<String, Shares> fractional = new TreeMap<>();
    survey
        .all(Project.class)
        .map(fact -> (Project) fact.entity())
        .filter(project -> project.getCategory() != ProjectCategory.PLATFORM)
        .flatMap(project -> project.getParties().stream())
        .filter(party -> party.getRole().name().equals("LEAD"))
        .forEach(
            lead ->
                fractional.merge(
                    lead.getRegion(),
                    Shares.of(lead.getWeightNumerator(), lead.getWeightDenominator()),
                    Shares::plus));

    assertThat(fractional).hasToString("{CN-BJ=4/3, CN-HE=11/6, CN-JJJ=1, CN-TJ=5/6}");
    assertThat(survey.all(Project.class)).hasSize(7);
    assertThat(survey.all(Funding.class)).as("a row without an amount makes no funding").hasSize(6);
  }

  @Test
  void shouldLeaveOutWhoAnswered() {
    assertThat(survey.facts())
        .noneMatch(
            fact ->
                fact.envelope().toString().contains("联系人")
                    || fact.envelope().toString().contains("000-00"));
  }
}
