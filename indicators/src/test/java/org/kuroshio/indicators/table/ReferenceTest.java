package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.table.IndicatorValue;

class ReferenceTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String REVISION = "quality.revision";

  @Test
  void shouldTellByHowMuchTheLatestSurveyRevisedTheFirst() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            survey("2005-03-31", "survey-FY2004", "1099"),
            survey("2005-03-31", "survey-FY2018", "1207"),
            survey("2008-03-31", "survey-FY2007", "1773"));

    IndicatorValue revision = tables.cell(REVISION, "JP", "FY2004");
    assertThat(revision.getValue()).isEqualTo("108");
    assertThat(revision.getReason()).isEqualTo("survey-FY2018 says 1207, survey-FY2004 said 1099");
    assertThat(tables.show(REVISION, "JP", "2005")).isEqualTo("108");
    assertThat(tables.show(REVISION, "JP", "FY2007")).isEqualTo("MISSING");
    tables.send(survey("2008-03-31", "survey-FY2018", "1755"));
    tables.cut();
    assertThat(tables.show(REVISION, "JP", "FY2007")).isEqualTo("-18");
  }

  @Test
  void shouldTakeTheLatestReleaseAndFollowItsCorrection() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.venture("v").foundedOn("2008-01-01").build(),
            population("a", "JP-13", "2005-10-01", "a-first", "1000000"),
            population("b", "JP-13", "2005-10-01", "b-revised", "500000"));

    assertThat(tables.show("venture.per_million", "JP-13", "FY2007")).isEqualTo("2");
    tables.send(
        Events.observation("b")
            .region("JP-13")
            .on("2005-10-01")
            .valued("250000")
            .vintage("b-revised")
            .version(1)
            .build());
    tables.cut();
    assertThat(tables.show("venture.per_million", "JP-13", "FY2007")).isEqualTo("4");
    tables.send(Events.observation("b").version(2).withdrawn().build());
    tables.cut();
    assertThat(tables.show("venture.per_million", "JP-13", "FY2007")).isEqualTo("1");
  }

  @Test
  void shouldSumAGroupsPopulationOnlyOverOneDateAndRelease() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.venture("v").foundedOn("2008-01-01").build(),
            population("11", "JP-11", "2005-10-01", "c", "1000000"),
            population("12", "JP-12", "2005-10-01", "c", "1000000"),
            population("13", "JP-13", "2005-10-01", "c", "1000000"),
            population("14", "JP-14", "2006-10-01", "c", "1000000"));

    assertThat(tables.show("venture.per_million", "JP-TKA4", "FY2007")).isEqualTo("MISSING");
    tables.send(population("14b", "JP-14", "2005-10-01", "c", "1000000"));
    tables.send(Events.observation("14").region("JP-14").version(1).withdrawn().build());
    tables.cut();
    assertThat(tables.show("venture.per_million", "JP-TKA4", "FY2007")).isEqualTo("0.25");
  }

  @Test
  void shouldCompareWhatIsDerivedAfterItsInputsInOneCut() {
    SpecificRecord figure =
        Events.reportedFigure("f")
            .indicator("venture.share_of_region", "ratio")
            .of("JP-TKA4", "JP-13", "2008")
            .valued("0.5", "0.005")
            .build();
    Tables tables =
        Tables.after(CATALOGUE, figure, Events.venture("a").foundedOn("2008-01-01").build());
    String gap = "quality.share_reported_minus_computed";
    String of = "indicator=venture.share_of_region";
    assertThat(tables.show(gap, "JP-TKA4:JP-13", "2008", of)).isEqualTo("-0.5");

    tables.send(Events.venture("b").foundedOn("2008-01-01").region("JP-12").build());
    tables.cut();

    assertThat(tables.show(gap, "JP-TKA4:JP-13", "2008", of)).isEqualTo("0");
    tables.send(Events.reportedFigure("f").version(1).withdrawn().build());
    tables.cut();
    assertThat(tables.show(gap, "JP-TKA4:JP-13", "2008", of)).isEqualTo("MISSING");
  }

  @Test
  void shouldShowTheWidestGapWhereACellWasPublishedTwice() {
    SpecificRecord inTheText =
        Events.reportedFigure("f1")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "2008")
            .valued("4", "0.5")
            .build();
    SpecificRecord inTheTable =
        Events.reportedFigure("f2")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "2008")
            .valued("1", "0.5")
            .build();

    Tables tables =
        Tables.after(
            CATALOGUE, inTheText, inTheTable, Events.venture("a").foundedOn("2008-01-01").build());

    String of = "indicator=venture.stock";
    assertThat(tables.show("quality.reported_minus_computed", "JP-13", "2008", of))
        .isEqualTo("3 firms");
  }

  private static SpecificRecord survey(String day, String vintage, String value) {
    return Events.observation(day + vintage)
        .series("UNIVERSITY_VENTURES_METI", "firms")
        .region("JP")
        .on(day)
        .valued(value)
        .vintage(vintage)
        .build();
  }

  private static SpecificRecord population(
      String id, String region, String day, String vintage, String value) {
    return Events.observation(id).region(region).on(day).valued(value).vintage(vintage).build();
  }
}
