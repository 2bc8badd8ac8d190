package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.program.ProjectCategory;

class StocksTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String STOCK = "venture.stock";
  private static final SpecificRecord COVERED =
      Events.coverage("c").indicator(STOCK).regions("JP-TKA4").period("2010/2012").build();

  @Test
  void shouldCarryAStockToTheCurrentPeriodAndCallItProvisional() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.venture("a").foundedOn("2010-06-30").build(),
            Events.venture("b").foundedOn("2010-07-01").closedOn("2012-12-31").build());

    assertThat(tables.show(STOCK, "JP-13", "2010-05")).isEqualTo("MISSING");
    assertThat(tables.show(STOCK, "JP-13", "2010-Q2")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-13", "2010-Q3")).isEqualTo("2");
    // in through its last day
    assertThat(tables.show(STOCK, "JP-13", "2012")).isEqualTo("2");
    assertThat(tables.show(STOCK, "JP-13", "2013-01")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-13", "2026-10")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-13", "2026-11")).isEqualTo("1 PROVISIONAL");
    assertThat(tables.show(STOCK, "JP-13", "2026-12")).isEqualTo("MISSING");
    assertThat(tables.show(STOCK, "WORLD", "FY2011")).isEqualTo("MISSING");
  }

  @Test
  void shouldEstimateWhileABoundaryFallsInsideADate() {
    Tables tables =
        Tables.after(CATALOGUE, Events.venture("a").foundedOn("2010").closedOn("2012").build());

    assertThat(tables.show(STOCK, "JP-13", "FY2009")).isEqualTo("0 ESTIMATED");
    assertThat(tables.show(STOCK, "JP-13", "2010")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-13", "FY2011")).isEqualTo("1 ESTIMATED");
    assertThat(tables.show(STOCK, "JP-13", "2012")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-13", "FY2012")).isEqualTo("MISSING");
  }

  @Test
  void shouldNotTakeFactsThatAreOverForZeroUnlessASourceVouchesForIt() {
    SpecificRecord a = Events.venture("a").foundedOn("2009-04-01").closedOn("2010-12-31").build();
    Tables alone = Tables.after(CATALOGUE, a);
    Tables covered = Tables.after(CATALOGUE, a, COVERED);

    for (Tables tables : List.of(alone, covered)) {
      assertThat(tables.show(STOCK, "JP-13", "2010")).isEqualTo("1");
      assertThat(tables.show(STOCK, "JP-13", "2013")).isEqualTo("MISSING");
      assertThat(tables.show(STOCK, "JP", "2026-11")).isEqualTo("MISSING");
    }
    assertThat(alone.show(STOCK, "JP-13", "2011")).isEqualTo("MISSING");
    assertThat(alone.show("venture.core_ratio", "JP-13", "2011")).isEqualTo("MISSING");
    assertThat(covered.show(STOCK, "JP-13", "2011")).isEqualTo("0");
    assertThat(covered.show(STOCK, "JP-13", "2012-12")).isEqualTo("0");
    assertThat(covered.show(STOCK, "JP", "2011")).isEqualTo("MISSING");
  }

  @Test
  void shouldGrantZerosToAStockWhileItIsCovered() {
    Tables tables =
        Tables.after(CATALOGUE, COVERED, Events.venture("a").foundedOn("2011-05-01").build());

    assertThat(tables.show(STOCK, "JP-12", "2009")).isEqualTo("MISSING");
    assertThat(tables.show(STOCK, "JP-12", "2010")).isEqualTo("0");
    assertThat(tables.show(STOCK, "JP-TKA4", "2010")).isEqualTo("0");
    assertThat(tables.show(STOCK, "JP-13", "2011")).isEqualTo("1");
    assertThat(tables.show("venture.rank", "JP-TKA4:JP-13", "2011")).isEqualTo("#1");
    assertThat(tables.show("venture.rank", "JP-TKA4:JP-12", "2011")).isEqualTo("#2");
    assertThat(tables.show("venture.concentration", "JP-TKA4:JP-TKA4", "2011")).isEqualTo("10000");
    assertThat(tables.show("venture.concentration", "JP-TKA4:JP-TKA4", "2010"))
        .isEqualTo("UNDEFINED");
    assertThat(tables.show(STOCK, "JP-12", "2013")).isEqualTo("MISSING");
  }

  @Test
  void shouldTakeBackTheZerosOfAStockWithItsCoverage() {
    SpecificRecord venture = Events.venture("a").foundedOn("2011-05-01").build();
    Tables tables = Tables.after(CATALOGUE, COVERED, venture);

    tables.send(Events.coverage("c").version(1).withdrawn().build());
    tables.cut();

    assertThat(tables.lines()).isEqualTo(Tables.after(CATALOGUE, venture).lines());
  }

  @Test
  void shouldRankNobodyWhileAVentureLiesInNoKnownMember() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            COVERED,
            Events.venture("a").foundedOn("2011-05-01").build(),
            Events.venture("b").foundedOn("2011-06-01").region("JP-TKA4").build());

    assertThat(tables.show(STOCK, "JP-TKA4", "2011")).isEqualTo("2");
    assertThat(tables.show(STOCK, "JP-12", "2011")).isEqualTo("0 PARTIAL");
    assertThat(tables.show(STOCK, "unallocated:JP-TKA4", "2011")).isEqualTo("1");
    assertThat(tables.show("venture.rank", "JP-TKA4:JP-13", "2011")).isEqualTo("UNDEFINED");
    assertThat(tables.cell("venture.rank", "JP-TKA4:JP-13", "2011").getReason())
        .isEqualTo("1 of the group lie in no known member");
    assertThat(tables.show("venture.share_of_region", "JP-TKA4:unallocated:JP-TKA4", "2011"))
        .isEqualTo("0.5");
  }

  @Test
  void shouldGrantABreakdownItsZerosWhenItsFirstFactComesAndTakeThemBackWithTheLast() {
    String awarded = "program.projects.awarded";
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.coverage("c").indicator(awarded).period("2017").build(),
            Events.project("a").build());
    List<String> before = tables.lines();
    assertThat(tables.show(awarded, "JP-12", "2017", "category=GRANT")).isEqualTo("0");
    assertThat(tables.show(awarded, "JP-12", "2017", "category=SUBSIDY")).isEqualTo("MISSING");

    tables.send(Events.project("b").category(ProjectCategory.SUBSIDY).build());
    tables.cut();
    assertThat(tables.show(awarded, "JP-12", "2017", "category=SUBSIDY")).isEqualTo("0");
    tables.send(Events.project("b").version(1).withdrawn().build());
    tables.cut();
    assertThat(tables.lines()).isEqualTo(before);
  }

  @Test
  void shouldFollowTheBordersOfAGroupThatGrows(@TempDir Path folder) throws IOException {
    Path pack = folder.resolve("tama.yaml");
    Files.writeString(
        pack,
        """
        country: JP
        groups:
          JP-DATED:
            names: { en: Dated }
            members: [JP-13, { region: JP-12, from: 2011-01-01, to: 2012-12-31 }]
        """);
    Regions regions = Regions.load(List.of(pack));
    Catalogue catalogue = CatalogueFiles.shipped(List.of(), regions);
    Tables tables = Tables.of(catalogue, regions, 1);
    tables.send(Events.venture("tokyo").foundedOn("2009-01-01").build());
    SpecificRecord chiba = Events.venture("chiba").foundedOn("2009-01-01").region("JP-12").build();
    tables.send(chiba);
    tables.send(
        Events.venture("closed")
            .foundedOn("2010-01-01")
            .closedOn("2012-03-31")
            .region("JP-12")
            .build());
    tables.cut();

    assertThat(tables.show(STOCK, "JP-DATED", "2009")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-DATED", "2010")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP-DATED", "2011")).isEqualTo("3");
    assertThat(tables.show(STOCK, "JP-DATED", "2012-11")).isEqualTo("2");
    assertThat(tables.show(STOCK, "JP-DATED", "2013")).isEqualTo("1");
    assertThat(tables.show(STOCK, "JP", "2013")).isEqualTo("2");
    tables.send(Events.venture("chiba").version(1).withdrawn().build());
    tables.send(Events.venture("closed").version(1).withdrawn().build());
    tables.cut();
    assertThat(tables.show(STOCK, "JP-DATED", "2011")).isEqualTo("1");
  }

  @Test
  void shouldComputeAnOpenPeriodAsOfTheDayOfTheCut() {
    Tables tables = Tables.of(CATALOGUE, 1);
    tables.send(Events.venture("a").foundedOn("2010-06-30").build());
    tables.send(Events.venture("b").foundedOn("2010-11-30").build());

    tables.cut(LocalDate.of(2010, 9, 1));
    assertThat(tables.show(STOCK, "JP-13", "2010")).isEqualTo("1 PROVISIONAL");
    tables.cut(LocalDate.of(2010, 12, 1));
    assertThat(tables.show(STOCK, "JP-13", "2010")).isEqualTo("2 PROVISIONAL");
    tables.cut(LocalDate.of(2011, 1, 1));
    assertThat(tables.show(STOCK, "JP-13", "2010")).isEqualTo("2");
    assertThat(tables.show(STOCK, "JP-13", "2011")).isEqualTo("2 PROVISIONAL");
  }
}
