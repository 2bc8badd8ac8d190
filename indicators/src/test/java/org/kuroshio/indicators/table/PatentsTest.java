package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.schemas.event.Money;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.fixture.Dates;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.patent.Application;
import org.kuroshio.schemas.patent.Commercialisation;
import org.kuroshio.schemas.patent.Deal;
import org.kuroshio.schemas.patent.DealKind;
import org.kuroshio.schemas.patent.Disclosure;
import org.kuroshio.schemas.patent.Family;
import org.kuroshio.schemas.patent.Royalty;

class PatentsTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());

  @Test
  void shouldTellDomesticForeignAndOtherBodiesApart() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            application("d", 573, true, Sector.ACADEMIA),
            application("f", 57, false, null),
            application("o", 2_755, false, Sector.UNKNOWN),
            Events.of(
                    "c",
                    Commercialisation.newBuilder()
                        .setResultId("c")
                        .setOn(Dates.on("2008/2012"))
                        .setParties(List.of(Parties.lead("JP-ZZ")))
                        .build())
                .standsFor(539)
                .build());

    assertThat(tables.show("patent.applications.domestic", "JP", "TD")).isEqualTo("573");
    assertThat(tables.show("patent.applications.foreign", "JP", "TD")).isEqualTo("57");
    assertThat(tables.show("patent.applications.foreign_other", "JP", "TD")).isEqualTo("2755");
    assertThat(tables.show("patent.applications.domestic", "JP", "2010")).isEqualTo("MISSING");
    assertThat(tables.show("patent.applications.domestic", "JP", "unallocated:CY"))
        .isEqualTo("573");
    assertThat(tables.cell("patent.foreign_ratio", "JP", "TD").getExact()).isEqualTo("19/210");
    assertThat(tables.cell("patent.foreign_ratio", "JP", "TD").getDenominator()).isEqualTo("630");
    assertThat(tables.show("patent.commercialised", "JP", "TD")).isEqualTo("539");
  }

  @Test
  void shouldCountAFamilyOnceAndFindWhatWasDoneTogether() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            family("alone", List.of("JP-13"), Sector.INDUSTRY),
            family("joint", List.of("JP-13", "JP-12"), Sector.ACADEMIA, Sector.INDUSTRY),
            family("twice", List.of("JP-13", "JP-13"), Sector.ACADEMIA));

    assertThat(tables.show("patent.families", "JP-13", "2015")).isEqualTo("3");
    assertThat(tables.show("patent.families", "JP", "2015")).isEqualTo("3");
    assertThat(tables.cell("patent.families_fractional", "JP-13", "2015").getExact())
        .isEqualTo("5/2");
    assertThat(tables.cell("patent.copatent_share", "JP-13", "2015").getExact()).isEqualTo("1/3");
    assertThat(tables.show("patent.copatent_share", "JP-12", "2015")).isEqualTo("1");
    assertThat(tables.cell("patent.university_industry_share", "JP-13", "2015").getExact())
        .isEqualTo("1/3");
  }

  @Test
  void shouldFollowAnInventionFromDisclosureToNetIncome() {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      events.add(
          Events.of(
                  "d" + i,
                  Disclosure.newBuilder()
                      .setDisclosureId("d" + i)
                      .setReceivedOn(Dates.on("2016-05-01"))
                      .setParties(List.of(Parties.lead("JP-13")))
                      .build())
              .build());
    }
    events.add(application("a", 8, true, null, "2016-09-01"));
    events.add(deal("licence", DealKind.LICENCE));
    events.add(deal("option", DealKind.OPTION));
    events.add(deal("assignment", DealKind.ASSIGNMENT));
    events.add(royalty("r1", "4800", "270"));
    events.add(royalty("r2", "100.5", null));

    Tables tables = Tables.after(CATALOGUE, events);

    assertThat(tables.show("techtransfer.disclosures", "JP", "FY2016")).isEqualTo("10");
    assertThat(tables.show("techtransfer.filing_ratio", "JP-13", "FY2016")).isEqualTo("0.8");
    assertThat(tables.show("techtransfer.licences_options", "JP", "FY2016")).isEqualTo("2");
    assertThat(tables.show("techtransfer.licences_options", "JP", "FY2016", "kind=OPTION"))
        .isEqualTo("1");
    assertThat(tables.show("techtransfer.assignments", "JP", "FY2016")).isEqualTo("1");
    assertThat(tables.show("techtransfer.net_income", "JP", "FY2016")).isEqualTo("4630.5 JPY");
  }

  @Test
  void shouldLeaveOutWhatWasPaidOnWhereNothingWas() {
    Tables tables = Tables.after(CATALOGUE, royalty("r", "100", null));

    assertThat(tables.show("techtransfer.net_income", "JP-13", "FY2016")).isEqualTo("100 JPY");
  }

  private static SpecificRecord application(
      String id, long count, boolean domestic, Sector onBehalfOf, String filed) {
    Application application =
        Application.newBuilder()
            .setOffice("JP")
            .setNumber(id)
            .setDomestic(domestic)
            .setOnBehalfOf(onBehalfOf)
            .setFiledOn(Dates.on(filed))
            .setParties(List.of(Parties.applicant(filed.startsWith("2008") ? "JP-ZZ" : "JP-13")))
            .build();
    return Events.of(id, application).standsFor(count).build();
  }

  private static SpecificRecord application(
      String id, long count, boolean domestic, Sector onBehalfOf) {
    return application(id, count, domestic, onBehalfOf, "2008/2012");
  }

  private static SpecificRecord family(String id, List<String> inventors, Sector... applicants) {
    List<Party> parties = new ArrayList<>();
    inventors.forEach(region -> parties.add(Parties.inventor(region)));
    for (Sector sector : applicants) {
      parties.add(Parties.of(PartyRole.APPLICANT, "JP-13", sector, RegionBasis.APPLICANT));
    }
    Family family =
        Family.newBuilder()
            .setFamilyId(id)
            .setEarliestPriorityOn(Dates.on("2015-03-03"))
            .setMembers(List.of("1", "2", "3"))
            .setParties(parties)
            .build();
    return Events.of(id, family).build();
  }

  private static SpecificRecord deal(String id, DealKind kind) {
    Deal deal =
        Deal.newBuilder()
            .setDealId(id)
            .setKind(kind)
            .setExecutedOn(Dates.on("2016-12-01"))
            .setParties(
                List.of(
                    Parties.of(PartyRole.LICENSOR, "JP-13", Sector.INTERMEDIARY, RegionBasis.HQ)))
            .build();
    return Events.of(id, deal).build();
  }

  private static SpecificRecord royalty(String id, String received, String paid) {
    Royalty royalty =
        Royalty.newBuilder()
            .setRoyaltyId(id)
            .setPeriod(Dates.on("FY2016"))
            .setReceived(yen(received))
            .setPaidOut(paid == null ? null : yen(paid))
            .setParties(List.of(Parties.lead("JP-13")))
            .build();
    return Events.of(id, royalty).build();
  }

  private static Money yen(String amount) {
    return Money.newBuilder()
        .setAmount(new BigDecimal(amount).setScale(4))
        .setCurrency("JPY")
        .build();
  }
}
