package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.schemas.event.DateInterval;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.venture.Venture;
import org.kuroshio.schemas.venture.VentureEvent;

/** One event, however odd, may be refused, but must not stop the tables or make others wrong. */
class ExtremesTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());

  @Test
  void shouldDivideLargeMoneyInOddShares() {
    // Given
    SpecificRecord award =
        Events.funding("f")
            .committedOn("2008-05-01")
            .money("300000000000", "JPY")
            .parties(
                Parties.weighing(Parties.lead("JP-13"), 3333, 10_000),
                Parties.weighing(Parties.lead("JP-12"), 6667, 10_000))
            .build();

    // When
    Tables tables = Tables.after(CATALOGUE, award);

    // Then
    assertThat(tables.show("program.funding.committed", "JP", "FY2008")).startsWith("300000000000");
    assertThat(tables.show("program.funding.committed", "JP-13", "FY2008"))
        .startsWith("99990000000");
  }

  @Test
  void shouldAddUpWhatHasNoRoomInSixtyFourBits() {
    // Given
    Tables tables = Tables.of(CATALOGUE, 1);
    for (int i = 0; i < 90; i++) {
      for (String region : List.of("JP-13", "JP-12")) {
        tables.send(
            Events.funding(region + i)
                .committedOn("2008-05-01")
                .money("10000000000000", "JPY")
                .leads(region)
                .build());
      }
    }

    // When
    tables.cut();

    // Then
    assertThat(tables.show("program.funding.committed", "JP", "FY2008"))
        .startsWith("1800000000000000");
    for (int i = 0; i < 90; i++) {
      tables.send(Events.funding("JP-13" + i).version(1).withdrawn().build());
    }
    tables.cut();
    assertThat(tables.show("program.funding.committed", "JP", "FY2008"))
        .startsWith("900000000000000");
  }

  @Test
  void shouldRefuseAmountsBeyondAllBounds() {
    assertThat(
            Tables.of(CATALOGUE, 1)
                .send(
                    Events.funding("f")
                        .committedOn("2008")
                        .money("10000000000000.0001", "JPY")
                        .build()))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            r -> {
              assertThat(r.reason()).isEqualTo("amount-out-of-range");
              assertThat(r.detail()).contains("10000000000000.0001");
            });
  }

  @Test
  void shouldRefuseDatesOutsideOfHistoryAndKeepTheRest() {
    // Given
    VentureEvent odd = (VentureEvent) Events.venture("odd").foundedOn("2008-01-01").build();
    LocalDate yearOne = LocalDate.of(1, 1, 1);
    ((Venture) odd.getEntity()).setFoundedOn(new DateInterval(yearOne, yearOne, "0001-01-01"));
    Tables tables = Tables.of(CATALOGUE, 1);

    // When
    Outcome outcome = tables.send(odd);
    tables.send(Events.venture("a").foundedOn("2006-01-01").build());
    tables.cut();

    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, r -> assertThat(r.reason()).isEqualTo("date-out-of-range"));
    assertThat(tables.show("venture.stock", "JP-13", "FY2007")).startsWith("1");
  }

  @Test
  void shouldRefuseCoverageOfCenturies() {
    assertThat(
            Tables.of(CATALOGUE, 1)
                .send(
                    Events.coverage("c")
                        .indicator("company.created")
                        .regions("JP")
                        .period("1900/2026")
                        .build()))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, r -> assertThat(r.reason()).isEqualTo("coverage-too-long"));
  }
}
