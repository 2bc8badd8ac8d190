package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.table.Cut;

class CorrectionsTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String CREATED = "company.created";
  private static final String DAY = "2021-07-14";

  private final SpecificRecord first = Events.registryChange("a").region("JP-13").build();
  private final SpecificRecord moved =
      Events.registryChange("a").region("JP-12").version(2).build();

  @Test
  void shouldMoveAnEntityWithItsCorrectionInEitherOrder() {
    Tables forward = Tables.after(CATALOGUE, first, moved);
    Tables backward = Tables.after(CATALOGUE, moved, first);

    assertThat(forward.show(CREATED, "JP-13", DAY)).isEqualTo("MISSING");
    assertThat(forward.show(CREATED, "JP-12", DAY)).isEqualTo("1");
    assertThat(forward.show(CREATED, "JP", DAY)).isEqualTo("1");
    assertThat(backward.lines()).isEqualTo(forward.lines());
    assertThat(backward.lastCut().getCut()).isEqualTo(forward.lastCut().getCut());
  }

  @Test
  void shouldTellOnlyTheCellsThatACorrectionChanges() {
    Tables tables = Tables.after(CATALOGUE, first);
    tables.send(moved);

    Cut cut = tables.cut();

    // D, M, Q, CY, FY and TD of two prefectures; both are in the same groups
    assertThat(cut.getCount()).isEqualTo(12);
    assertThat(cut.getSequence()).isEqualTo(2);
  }

  @Test
  void shouldCountADuplicateOnce() {
    Tables tables = Tables.after(CATALOGUE, first);
    String cut = tables.lastCut().getCut();

    assertThat(tables.send(first)).isInstanceOf(Outcome.Superseded.class);
    assertThat(tables.cut().getCount()).isZero();
    assertThat(tables.lastCut().getCut()).isEqualTo(cut);
  }

  @Test
  void shouldDecideBetweenTwoEventsOfOneVersionByTheirContent() {
    SpecificRecord other = Events.registryChange("a").region("JP-14").build();

    assertThat(Tables.after(CATALOGUE, first, other).lines())
        .isEqualTo(Tables.after(CATALOGUE, other, first).lines());
  }

  @Test
  void shouldTakeAWithdrawnEntityOutOfEveryPeriodUntilAHigherVersion() {
    SpecificRecord withdrawn = Events.registryChange("a").version(1).withdrawn().build();
    Tables tables = Tables.after(CATALOGUE, first, withdrawn);

    assertThat(tables.cells()).isEmpty();
    tables.send(moved);
    tables.cut();
    assertThat(tables.show(CREATED, "JP-12", "TD")).isEqualTo("1");
  }

  @Test
  void shouldForgetAnIdForEverAtANullValue() {
    Tables tables = Tables.after(CATALOGUE, first);
    tables.forget(EventStream.VENTURES, "a");
    tables.cut();

    assertThat(tables.send(moved)).isInstanceOf(Outcome.Superseded.class);
    tables.cut();
    assertThat(tables.cells()).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownRegionAndKeepTheStateBefore() {
    Tables tables = Tables.of(CATALOGUE, 1);
    tables.send(first);

    assertThat(tables.send(Events.registryChange("a").region("JP-48").version(9).build()))
        .isEqualTo(
            new Outcome.Rejected(
                "unknown-region", "unknown region 'JP-48'; did you mean 'JP-08'?"));
    tables.cut();
    assertThat(tables.show(CREATED, "JP-13", DAY)).isEqualTo("1");
  }

  @Test
  void shouldRefuseWhatWeighsOrStandsForNothing() {
    Tables tables = Tables.of(CATALOGUE, 1);

    assertThat(
            tables.send(
                Events.project("p").parties(Parties.weighing(Parties.lead("JP-13"), 0, 1)).build()))
        .isEqualTo(
            new Outcome.Rejected("weight-out-of-range", "a party weighs more than 0, not 0/1"));
    assertThat(tables.send(Events.project("p").standsFor(0).build()))
        .isEqualTo(
            new Outcome.Rejected(
                "count-out-of-range", "a record stands for 1 fact or more, not for 0"));
    assertThat(tables.send(Events.reportedFigure("f").of("JP|13", "JP-13", "FY2007").build()))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void shouldTakeBackTheZerosOfWithdrawnCoverage() {
    SpecificRecord coverage = Events.coverage("c").period(DAY).build();
    Tables tables = Tables.after(CATALOGUE, first, coverage);
    assertThat(tables.show(CREATED, "JP-01", DAY)).isEqualTo("0");

    tables.send(Events.coverage("c").version(1).withdrawn().build());
    tables.cut();

    assertThat(tables.lines()).isEqualTo(Tables.after(CATALOGUE, first).lines());
  }

  @Test
  void shouldIgnoreCoverageOfWhatIsNotCounted() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.coverage("a").indicator("venture.rank").build(),
            Events.coverage("b").indicator("no.such").build());

    assertThat(tables.cells()).isEmpty();
  }

  @Test
  void shouldComputeNothingForADraft() {
    Catalogue drafts =
        Catalogue.of(
            CatalogueFiles.parse(
                "draft.yaml",
                """
                indicators:
                  - id: my.draft
                    version: 1
                    titles: { en: Draft, ja: 案, zh: 草案 }
                    description: { en: Not yet. }
                    facet: element
                    kind: simple
                    unit: companies
                    polarity: 0
                    periods: [D]
                    status: draft
                    stream: ventures
                    entity: RegistryChange
                    counting: whole
                    date: "on"
                    region: { basis: hq, path: region }
                """,
                Regions.shipped()));

    Tables tables = Tables.after(drafts, first, Events.coverage("c").indicator("my.draft").build());

    assertThat(tables.cells()).isEmpty();
  }

  @Test
  void shouldSayWhatItSaidAfterARestart() {
    Tables tables = Tables.after(CATALOGUE, first, Events.coverage("c").period("2021-07").build());
    List<String> before = tables.lines();

    Cut cut = tables.restart(Tables.TODAY);

    assertThat(cut.getCount()).isZero();
    assertThat(cut.getSequence()).isEqualTo(2);
    assertThat(tables.lines()).isEqualTo(before);
  }

  @Test
  void shouldDropTheCellsOfADroppedDefinition() {
    List<SpecificRecord> events = List.of(first, Events.registryChange("b").process("21").build());
    Tables tables = Tables.after(CATALOGUE, events);
    Catalogue without =
        Catalogue.of(
            CATALOGUE.all().stream().filter(i -> !i.id().equals("company.terminated")).toList());

    Tables next = tables.under(without, events);

    assertThat(next.cells().keySet()).noneMatch(k -> k.startsWith("company.terminated|"));
    assertThat(next.lines()).isEqualTo(Tables.after(without, events).lines());
    assertThat(next.lastCut().getCut()).isEqualTo(Tables.after(without, events).lastCut().getCut());
  }

  @Test
  void shouldRefuseSumsThatRestOnFewerEventsThanBefore() {
    Tables tables = Tables.after(CATALOGUE, first, moved);
    BaseTable.Source ventures = new BaseTable.Source("innovation.ventures", 0);

    assertThatThrownBy(
            () -> tables.table().marker(ventures, false, 1, 1, 0, CATALOGUE.fingerprint()))
        .isInstanceOf(ShrunkException.class)
        .hasMessageContaining("partition 0 of innovation.ventures had 2 events")
        .hasMessageContaining("now has 1");
  }

  @Test
  void shouldIgnoreSumsOfAnotherCatalogueAndWaitForItsOwn() {
    Tables tables = Tables.after(CATALOGUE, first);
    BaseTable.Source ventures = new BaseTable.Source("innovation.ventures", 0);
    RegionTable table = tables.table();

    table.sum(
        ventures,
        new org.kuroshio.indicators.ledger.BaseKey(
            "company.created@1", "", 18822, 18822, "JP-13", "", ""),
        99);
    table.marker(ventures, false, 9, 9, 0, "anothercatalogue");

    assertThat(table.isComplete()).isFalse();
    tables.restart(LocalDate.of(2026, 11, 24));
    assertThat(tables.show(CREATED, "JP-13", DAY)).isEqualTo("1");
  }
}
