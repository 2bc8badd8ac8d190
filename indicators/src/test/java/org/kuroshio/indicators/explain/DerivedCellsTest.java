package org.kuroshio.indicators.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.table.Status;

class DerivedCellsTest {
  private static final String[] KANTO =
      "JP-08 JP-09 JP-10 JP-11 JP-12 JP-13 JP-14 JP-15 JP-19 JP-20 JP-22".split(" ", -1);

  @Test
  void shouldDivideTheRegionByItsWholeInAShare() {
    Explained explained = Explained.after(ventures(5, "JP-13", 3, "JP-12", 2, "JP-ZZ"));

    Explanation share =
        explained.explain("venture.share_of_country", "JP-KANTO11", "JP-KANTO11", "FY2007");
    Explanation inside =
        explained.explain("venture.share_of_region", "JP-KANTO11", "JP-13", "FY2007");

    assertThat(share.calculation()).isEqualTo("8/10");
    assertThat(share.formula())
        .isEqualTo("venture.stock of JP-KANTO11 divided by venture.stock of JP");
    assertThat(Explained.inputs(share))
        .containsExactly("numerator JP-KANTO11 8", "denominator JP 10");
    assertThat(share.cell().group()).isEqualTo("JP");
    assertThat(share.isContradicted()).isFalse();
    assertThat(inside.calculation()).isEqualTo("5/8");
  }

  @Test
  void shouldExplainInputsAsDeepAsAsked() {
    Explained explained = Explained.after(ventures(5, "JP-13", 3, "JP-12"));
    CellQuestion asked =
        new CellQuestion("venture.share_of_region", "JP-KANTO11", "JP-13", "FY2007", "");

    Explanation flat = explained.all(asked, 0, 10).get(0);
    Explanation deep = explained.all(asked, 1, 10).get(0);

    assertThat(flat.inputs()).allMatch(input -> input.of().entities().isEmpty());
    assertThat(deep.inputs())
        .extracting(input -> input.of().entities().orElseThrow().entities())
        .containsExactly(5L, 8L);
  }

  @Test
  void shouldShowTheRankedMembersInTheirOrder() {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < KANTO.length; i++) {
      events.addAll(ventures(i < 2 ? 7 : i, KANTO[i]));
    }
    Explained explained = Explained.after(events);

    Explanation rank = explained.explain("venture.rank", "JP-KANTO11", "JP-09", "FY2007");

    assertThat(rank.calculation()).isEqualTo("4 of 11");
    assertThat(Explained.inputs(rank))
        .startsWith(
            "ranked 1 JP-22 10",
            "ranked 2 JP-20 9",
            "ranked 3 JP-19 8",
            "ranked 4 JP-08 7",
            "ranked 4 JP-09 7",
            "ranked 4 JP-15 7",
            "ranked 7 JP-14 6");
    assertThat(rank.isContradicted()).isFalse();
    Explanation hhi =
        explained.explain("venture.concentration", "JP-KANTO11", "JP-KANTO11", "FY2007");
    assertThat(hhi.inputs()).hasSize(11);
    assertThat(hhi.calculation()).startsWith("10000 x (7^2 + 7^2 + 2^2 +").endsWith("/68^2");
    assertThat(hhi.isContradicted()).isFalse();
  }

  @Test
  void shouldSayWhyNothingIsRanked() {
    Explained explained = Explained.after(ventures(5, "JP-13"));

    Explanation rank = explained.explain("venture.rank", "JP-KANTO11", "JP-13", "FY2007");
    Explanation ofGroup = explained.explain("venture.rank", "JP-KANTO11", "JP-KANTO11", "FY2007");

    assertThat(rank.status()).isEqualTo(Status.UNDEFINED);
    assertThat(rank.words()).singleElement().asString().contains("no number for JP-08");
    assertThat(Explained.inputs(rank))
        .startsWith("member JP-13 5", "member without a number JP-08 MISSING");
    assertThat(ofGroup.words()).singleElement().asString().contains("only the members");
  }

  @Test
  void shouldCiteThePopulationWithItsDateAndVintage() {
    List<SpecificRecord> events = ventures(6, "JP-13");
    events.add(population("pop-2000", "JP-13", "2000-10-01", "12000000", "2000-census"));
    events.add(population("pop-2005", "JP-13", "2005-10-01", "12500000", "2005-census"));
    events.add(population("pop-2010", "JP-13", "2010-10-01", "13000000", "2010-census"));
    Explained explained = Explained.after(events);

    Explanation perMillion = explained.explain("venture.per_million", "JP", "JP-13", "FY2007");

    assertThat(perMillion.calculation()).isEqualTo("6/12500000 x 1000000");
    assertThat(perMillion.cited())
        .singleElement()
        .satisfies(
            cited -> {
              assertThat(cited.words())
                  .isEqualTo("POPULATION of JP-13 on 2005-10-01, vintage 2005-census");
              assertThat(cited.entities())
                  .singleElement()
                  .satisfies(e -> assertThat(e.entityId()).isEqualTo("pop-2005"));
            });
    assertThat(perMillion.isContradicted()).isFalse();
  }

  @Test
  void shouldSumThePopulationOfAGroupsMembers() {
    List<SpecificRecord> events = ventures(6, "JP-13");
    for (String leaf : new String[] {"JP-11", "JP-12", "JP-13", "JP-14"}) {
      events.add(population("pop-" + leaf, leaf, "2005-10-01", "1000000", "2005-census"));
    }
    Explained explained = Explained.after(events);

    Explanation perMillion = explained.explain("venture.per_million", "JP", "JP-TKA4", "FY2007");

    assertThat(perMillion.calculation()).isEqualTo("6/4000000 x 1000000");
    assertThat(perMillion.cited().get(0).words()).endsWith("the sum of its 4 members");
    assertThat(perMillion.isContradicted()).isFalse();
  }

  @Test
  void shouldSayThatThePopulationIsMissing() {
    Explained explained = Explained.after(ventures(6, "JP-13"));

    Explanation perMillion = explained.explain("venture.per_million", "JP", "JP-13", "FY2007");

    assertThat(perMillion.status()).isEqualTo(Status.MISSING);
    assertThat(perMillion.words())
        .singleElement()
        .asString()
        .startsWith("no POPULATION of JP-13 is known for a day up to 2008-03-31");
  }

  @Test
  void shouldSayWhyGrowthIsBrokenAndNameThePublishedBase() {
    List<SpecificRecord> events =
        new ArrayList<>(
            List.of(Events.venture("a").observedActiveOn("2008-03-31").region("JP-13").build()));
    events.add(
        Events.reportedFigure("fig")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "FY2001")
            .valued("221", "0.5")
            .build());
    Explained explained = Explained.after(events);

    Explanation cagr = explained.explain("venture.cagr", "JP", "JP-13", "FY2007");

    assertThat(cagr.status()).isEqualTo(Status.BREAK);
    assertThat(cagr.words()).singleElement().asString().contains("another vintage");
    assertThat(cagr.cited())
        .singleElement()
        .satisfies(
            cited -> {
              assertThat(cited.words()).contains("for FY2001 was published as 221 firms");
              assertThat(cited.entities().get(0).entityId()).isEqualTo("fig");
            });
  }

  @Test
  void shouldCompareGrowthWithTheYearBefore() {
    Explained explained =
        Explained.after(
            Events.venture("a").foundedOn("2005-05-01").build(),
            Events.venture("b").foundedOn("2005-06-01").build(),
            Events.venture("c").foundedOn("2007-05-01").build());

    Explanation growth = explained.explain("venture.growth", "JP", "JP-13", "FY2007");

    assertThat(growth.calculation()).isEqualTo("3/2 - 1");
    assertThat(growth.published().orElseThrow().getExact()).isEqualTo("1/2");
    assertThat(growth.isContradicted()).isFalse();
  }

  @Test
  void shouldPutThePublishedFigureBesideTheComputedValue() {
    List<SpecificRecord> events = ventures(3, "JP-13");
    events.add(
        Events.reportedFigure("fig")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "FY2007")
            .valued("5", "0.5")
            .build());
    Explained explained = Explained.after(events);

    Explanation gap =
        explained.explain(
            "quality.reported_minus_computed", "JP", "JP-13", "FY2007", "indicator=venture.stock");

    assertThat(gap.calculation()).isEqualTo("5 - 3");
    assertThat(gap.isContradicted()).isFalse();
    assertThat(Explained.inputs(gap)).containsExactly("computed JP-13 3");
  }

  @Test
  void shouldTellZeroFromMissingByWhatIsDeclaredComplete() {
    List<SpecificRecord> events = ventures(3, "JP-13");
    events.add(
        Events.coverage("cov")
            .indicator("venture.stock")
            .regions("JP-KANTO11")
            .period("2008-03-31")
            .build());
    Explained explained = Explained.after(events);

    Explanation zero = explained.explain("venture.stock", "JP", "JP-12", "FY2007");
    Explanation missing = explained.explain("venture.stock", "JP", "JP-27", "FY2007");
    Explanation never = explained.explain("venture.bio.count", "JP", "JP-27", "FY2007");

    assertThat(zero.published().orElseThrow().getExact()).isEqualTo("0");
    assertThat(zero.cited())
        .singleElement()
        .satisfies(
            cited -> {
              assertThat(cited.words()).contains("JP-KANTO11 and all that lies in it");
              assertThat(cited.entities().get(0).entityId()).isEqualTo("cov");
            });
    assertThat(missing.status()).isEqualTo(Status.MISSING);
    assertThat(missing.words()).singleElement().asString().contains("no source says that it would");
    assertThat(never.words())
        .singleElement()
        .asString()
        .contains("no source says of which regions");
  }

  static List<SpecificRecord> ventures(Object... countsAndRegions) {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < countsAndRegions.length; i += 2) {
      for (int n = 0; n < (Integer) countsAndRegions[i]; n++) {
        String region = (String) countsAndRegions[i + 1];
        events.add(
            Events.venture("v-" + region + "-" + n)
                .observedActiveOn("2008-03-31")
                .region(region)
                .build());
      }
    }
    return events;
  }

  private static SpecificRecord population(
      String id, String region, String on, String value, String vintage) {
    return Events.observation(id).region(region).on(on).valued(value).vintage(vintage).build();
  }
}
