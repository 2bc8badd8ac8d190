package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.program.ProjectCategory;

class FlowsTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());

  @Test
  void shouldTellZeroInsideCoverageFromMissingOutside() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.registryChange("a").region("JP-13").build(),
            Events.registryChange("b").region("JP-13").build(),
            Events.registryChange("c").region("JP-13").on("2021-07-15").build(),
            Events.coverage("cov").period("2021-07-14").build());

    assertThat(tables.show("company.created", "JP-13", "2021-07-14")).isEqualTo("2");
    assertThat(tables.show("company.created", "JP-01", "2021-07-14")).isEqualTo("0");
    assertThat(tables.show("company.created", "JP-ZZ", "2021-07-14")).isEqualTo("0");
    assertThat(tables.show("company.created", "JP-CAP8", "2021-07-14")).isEqualTo("2");
    assertThat(tables.show("company.created", "JP", "2021-07-14")).isEqualTo("2");
    assertThat(tables.show("company.created", "WORLD", "2021-07-14")).isEqualTo("2");
    assertThat(tables.show("company.created", "JP-13", "2021-07-15")).isEqualTo("1");
    assertThat(tables.show("company.created", "JP-01", "2021-07-15")).isEqualTo("MISSING");
    assertThat(tables.show("company.created", "JP-01", "2021-07")).isEqualTo("MISSING");
    assertThat(tables.show("company.created", "JP", "2021-07")).isEqualTo("3");
    assertThat(tables.show("company.created", "JP", "FY2021")).isEqualTo("3");
    assertThat(tables.show("company.created", "WORLD", "FY2021")).isEqualTo("MISSING");
    assertThat(tables.show("company.created", "JP", "TD")).isEqualTo("3");
    assertThat(tables.show("company.terminated", "JP-13", "2021-07-14")).isEqualTo("MISSING");
  }

  @Test
  void shouldCountDeletedCompaniesInTheUnknownRegionAndTheTotal() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.registryChange("a").process("21").region("JP-13").build(),
            Events.registryChange("b").process("81").region("JP-13").build(),
            Events.registryChange("c").process("99").region("JP-ZZ").build(),
            Events.registryChange("d").process("21").correction().build(),
            Events.registryChange("e").process("01").build());

    assertThat(tables.show("company.terminated", "JP-13", "2021-07-14")).isEqualTo("2");
    assertThat(tables.show("company.terminated", "JP-ZZ", "2021-07-14")).isEqualTo("1");
    assertThat(tables.show("company.terminated", "JP-KANTO11", "2021-07-14")).isEqualTo("2");
    assertThat(tables.show("company.terminated", "JP", "2021-07-14")).isEqualTo("3");
  }

  @Test
  void shouldCountWholeOncePerRegionAndFractionalOnceInAll() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.project("p").leads("JP-13", "JP-12", "JP-13").selectedOn("2008-05-01").build());

    assertThat(tables.show("program.projects.awarded", "JP-13", "FY2008")).isEqualTo("1");
    assertThat(tables.show("program.projects.awarded", "JP-12", "FY2008")).isEqualTo("1");
    assertThat(tables.show("program.projects.awarded", "JP-KANTO11", "FY2008")).isEqualTo("1");
    String fractional = "program.projects.awarded_fractional";
    assertThat(tables.cell(fractional, "JP-13", "FY2008").getExact()).isEqualTo("2/3");
    assertThat(tables.cell(fractional, "JP-12", "FY2008").getExact()).isEqualTo("1/3");
    assertThat(tables.show(fractional, "JP-TKA4", "FY2008")).isEqualTo("1");
    assertThat(tables.show("program.projects.awarded", "JP-13", "2008", "category=GRANT"))
        .isEqualTo("1");
    assertThat(tables.show("program.projects.awarded", "JP-13", "2008", "category=PLATFORM"))
        .isEqualTo("MISSING");
  }

  @Test
  void shouldDivideByWeights() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.project("p")
                .parties(
                    Parties.weighing(Parties.lead("JP-13"), 3, 4),
                    Parties.weighing(Parties.lead("US-CA"), 1, 4))
                .build());

    String fractional = "program.projects.awarded_fractional";
    assertThat(tables.cell(fractional, "JP-13", "2017").getExact()).isEqualTo("3/4");
    assertThat(tables.cell(fractional, "US", "2017").getExact()).isEqualTo("1/4");
    assertThat(tables.show(fractional, "WORLD", "2017")).isEqualTo("1");
    assertThat(tables.show(fractional, "US-CA", "FY2017")).isEqualTo("0.25");
    assertThat(tables.show(fractional, "JP-13", "FY2017")).isEqualTo("0.75");
  }

  @Test
  void shouldNeverAddCurrencies() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.funding("a").money("1000", "JPY").build(),
            Events.funding("b").money("0.25", "USD").build(),
            Events.funding("c").money("1", "JPY").leads("JP-13", "JP-14").build());

    assertThat(tables.show("program.funding.committed", "JP-13", "FY2017"))
        .isEqualTo("0.25 USD; 1000.5 JPY");
    assertThat(tables.show("program.funding.committed", "JP", "2017"))
        .isEqualTo("0.25 USD; 1001 JPY");
  }

  @Test
  void shouldCountGrantsByApplicantAndDivideThemByInventors() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.application("a").inventors("JP-13", "JP-12", "US-CA").build(),
            Events.application("b").inventors("JP-13", "ZZ").build(),
            Events.application("c").pending().build());

    assertThat(tables.cell("patent.fractional", "JP-13", "2017").getExact()).isEqualTo("5/6");
    assertThat(tables.cell("patent.fractional", "JP", "2017").getExact()).isEqualTo("7/6");
    assertThat(tables.cell("patent.fractional", "ZZ", "2017").getExact()).isEqualTo("1/2");
    assertThat(tables.show("patent.fractional", "WORLD", "2017")).isEqualTo("2");
    // the fixture has no kind code, so that nothing here is a B document
    assertThat(tables.show("patent.grants", "JP", "2017")).isEqualTo("MISSING");
  }

  @Test
  void shouldKeepWhatIsKnownForTheGroupOnlyInARowOfItsOwn() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.project("a").leads("JP-13").category(ProjectCategory.DISTINCTIVE).build(),
            Events.project("b").leads("JP-KANTO11").standsFor(4).build());

    String awarded = "program.projects.awarded";
    assertThat(tables.show(awarded, "JP-KANTO11", "2017")).isEqualTo("5");
    assertThat(tables.show(awarded, "unallocated:JP-KANTO11", "2017")).isEqualTo("4");
    assertThat(tables.show(awarded, "JP-13", "2017")).isEqualTo("1 PARTIAL");
    assertThat(tables.show(awarded, "JP-TKA4", "2017")).isEqualTo("1 PARTIAL");
    assertThat(tables.show(awarded, "JP-12", "2017")).isEqualTo("MISSING");
    assertThat(tables.show(awarded, "JP", "2017")).isEqualTo("5");
    assertThat(tables.show(awarded, "JP-13", "2017", "category=DISTINCTIVE")).isEqualTo("1");
  }

  @Test
  void shouldMarkACoveredZeroPartialWhereAGroupsFactMayLieInIt() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.project("b").leads("JP-KANTO11").build(),
            Events.coverage("c").indicator("program.projects.awarded").period("2017").build());

    assertThat(tables.show("program.projects.awarded", "JP-12", "2017")).isEqualTo("0 PARTIAL");
    assertThat(tables.show("program.projects.awarded", "JP-01", "2017")).isEqualTo("0");
    assertThat(tables.show("program.projects.awarded", "JP-KANTO11", "2017")).isEqualTo("1");
  }

  @Test
  void shouldKeepRoughDatesInTheUnallocatedPeriod() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.project("a").selectedOn("2008/2009").build(),
            Events.project("b").selectedOn("2008-10").build(),
            Events.project("c").undated().build());

    String awarded = "program.projects.awarded";
    assertThat(tables.show(awarded, "JP-13", "2008")).isEqualTo("1");
    assertThat(tables.show(awarded, "JP-13", "unallocated:CY")).isEqualTo("1");
    assertThat(tables.show(awarded, "JP-13", "2008-10")).isEqualTo("1");
    assertThat(tables.show(awarded, "JP-13", "2008-Q4")).isEqualTo("1");
    assertThat(tables.show(awarded, "JP-13", "unallocated:M")).isEqualTo("1");
    assertThat(tables.show(awarded, "JP-13", "TD")).isEqualTo("2");
  }

  @Test
  void shouldCallAnOpenPeriodProvisionalAndHaveNoZeroForOneThatHasNotBegun() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.registryChange("a").on("2026-11-20").build(),
            Events.coverage("c").period("2026-01-01/2027-12-31").build());

    assertThat(tables.show("company.created", "JP-13", "2026")).isEqualTo("1 PROVISIONAL");
    assertThat(tables.show("company.created", "JP-12", "2026")).isEqualTo("0 PROVISIONAL");
    assertThat(tables.show("company.created", "JP-13", "2026-11-20")).isEqualTo("1");
    assertThat(tables.show("company.created", "JP-12", "2027")).isEqualTo("MISSING");
    assertThat(tables.show("company.created", "JP-12", "2026-11-24")).isEqualTo("MISSING");
  }
}
