package org.kuroshio.indicators.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.fixture.Dates;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneStatus;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.table.Status;

class SimpleCellsTest {
  @Test
  void shouldListWhatIsInAStockAndLeaveOutWhatHasLeftIt() {
    Explained explained =
        Explained.after(
            Events.venture("stays").foundedOn("2006-05-01").region("JP-13").build(),
            Events.venture("left").foundedOn("2001").closedOn("2007-06-30").region("JP-13").build(),
            Events.venture("later").foundedOn("2009").region("JP-13").build(),
            Events.venture("elsewhere").foundedOn("2005").region("JP-27").build());

    Explanation stock = explained.explain("venture.stock", "JP-KANTO11", "JP-13", "FY2007");

    assertThat(Explained.entities(stock)).containsExactly("stays 1");
    assertThat(stock.published().orElseThrow().getExact()).isEqualTo("1");
    assertThat(stock.check()).hasValueSatisfying(check -> assertThat(check.holds()).isTrue());
    assertThat(stock.status()).isEqualTo(Status.NORMAL);
    assertThat(stock.formula()).contains("FY2007", "2008-03-31", "Venture");
  }

  @Test
  void shouldCountAnEntityAsManyTimesAsItStandsFor() {
    Explained explained =
        Explained.after(
            Events.venture("total").standsFor(12).foundedOn("2006").region("JP-12").build(),
            Events.venture("one").foundedOn("2006").region("JP-12").build());

    Explanation stock = explained.explain("venture.stock", "JP", "JP-12", "FY2007");

    assertThat(Explained.entities(stock)).containsExactly("total 12", "one 1");
    assertThat(stock.entities().orElseThrow().total()).contains(Rational.of(13));
    assertThat(stock.isContradicted()).isFalse();
  }

  @Test
  void shouldForgetAWithdrawnEntityUntilItIsAssertedAgain() {
    Explained explained =
        Explained.after(
            Events.venture("a").foundedOn("2006").version(1).build(),
            Events.venture("a").withdrawn().version(2).build());
    assertThat(explained.explain("venture.stock", "JP", "JP-13", "FY2007").status())
        .isEqualTo(Status.MISSING);

    explained.send(Events.venture("a").foundedOn("2006").region("JP-14").version(3).build());
    explained.cut();

    Explanation again = explained.explain("venture.stock", "JP", "JP-14", "FY2007");
    assertThat(Explained.entities(again)).containsExactly("a 1");
    assertThat(again.entities().orElseThrow().shown().get(0).offset()).isEqualTo(2);
  }

  @Test
  void shouldDivideAnEntityOverItsRegionsWhereTheCountIsFractional() {
    Explained explained =
        Explained.after(
            Events.project("p").leads("JP-13", "JP-12", "JP-13").selectedOn("2008-05").build(),
            Events.project("q").leads("JP-13").selectedOn("2008-06").build());

    Explanation leaf =
        explained.explain("program.projects.awarded_fractional", "JP", "JP-13", "FY2008");
    Explanation whole = explained.explain("program.projects.awarded", "JP", "JP-12", "FY2008");

    assertThat(Explained.entities(leaf)).containsExactly("q 1", "p 2/3");
    assertThat(leaf.entities().orElseThrow().total()).contains(Rational.of(5, 3));
    assertThat(Explained.entities(whole)).containsExactly("p 1");
    assertThat(leaf.isContradicted()).isFalse();
  }

  @Test
  void shouldCountWhatIsKnownForTheGroupOnlyInTheGroupAndInItsOwnRow() {
    Explained explained =
        Explained.after(
            Events.project("g").leads("JP-KANTO11").selectedOn("2008-05").build(),
            Events.project("t").leads("JP-13").selectedOn("2008-06").build());

    Explanation group = explained.explain("program.projects.awarded", "JP", "JP-KANTO11", "FY2008");
    Explanation leaf =
        explained.explain("program.projects.awarded", "JP-KANTO11", "JP-13", "FY2008");
    Explanation row =
        explained.explain(
            "program.projects.awarded", "JP-KANTO11", "unallocated:JP-KANTO11", "FY2008");

    assertThat(Explained.entities(group)).containsExactly("g 1", "t 1");
    assertThat(Explained.entities(leaf)).containsExactly("t 1");
    assertThat(leaf.status()).isEqualTo(Status.PARTIAL);
    assertThat(leaf.words())
        .singleElement()
        .asString()
        .contains("1 are known only for JP-KANTO11", "unallocated:JP-KANTO11");
    assertThat(Explained.entities(row)).containsExactly("g 1");
    assertThat(row.isContradicted()).isFalse();
  }

  @Test
  void shouldListWhatIsDatedTooRoughlyForThePeriodsOfAType() {
    Explained explained =
        Explained.after(
            Events.project("rough").leads("JP-13").selectedOn("2008").build(),
            Events.project("exact").leads("JP-13").selectedOn("2008-06-01").build());

    Explanation months =
        explained.explain("program.projects.awarded", "JP", "JP-13", "unallocated:M");
    Explanation year = explained.explain("program.projects.awarded", "JP", "JP-13", "2008");

    assertThat(Explained.entities(months)).containsExactly("rough 1");
    assertThat(Explained.entities(year)).containsExactly("exact 1", "rough 1");
    assertThat(months.isContradicted()).isFalse();
  }

  @Test
  void shouldKeepCurrenciesApartAndDivideMoneyExactly() {
    Explained explained =
        Explained.after(
            Events.funding("yen")
                .committedOn("2008-05")
                .money("1000.0001", "JPY")
                .leads("JP-13", "JP-12", "JP-11")
                .build(),
            Events.funding("dollars")
                .committedOn("2008-05")
                .money("5", "USD")
                .leads("JP-13")
                .build());
    CellQuestion asked = new CellQuestion("program.funding.committed", "JP", "JP-13", "FY2008", "");

    List<Explanation> all = explained.all(asked, 0, 10);

    assertThat(all).extracting(e -> e.cell().unit()).containsExactly("JPY", "USD");
    assertThat(all)
        .flatExtracting(Explained::entities)
        .containsExactly("yen 10000001/30000", "dollars 5");
    assertThat(all).noneMatch(Explanation::isContradicted);
    assertThat(explained.all(asked.inUnit("USD"), 0, 10)).hasSize(1);
  }

  @Test
  void shouldListDifferentValuesWithEveryEntityThatNamesThem() {
    Explained explained =
        Explained.after(
            platform("p1", "org:b", "org:a"), platform("p2", "org:b"), platform("p3", "org:c"));

    Explanation firms = explained.explain("program.platform.firms_distinct", "JP", "JP-13", "TD");

    assertThat(Explained.entities(firms))
        .containsExactly("p1 1 org:a", "p1 1 org:b", "p2 1 org:b", "p3 1 org:c");
    assertThat(firms.entities().orElseThrow().total()).contains(Rational.of(3));
    assertThat(firms.entities().orElseThrow().entities()).isEqualTo(3);
    assertThat(firms.isContradicted()).isFalse();
  }

  @Test
  void shouldSayWhoDoesNotNameWhatIsCountedOnce() {
    Explained explained = Explained.after(platform("p1", "org:a"), platform("p2", (String) null));

    Explanation firms = explained.explain("program.platform.firms_distinct", "JP", "JP-13", "TD");

    assertThat(firms.status()).isEqualTo(Status.UNDEFINED);
    assertThat(firms.words()).singleElement().asString().contains("1 facts do not name theirs");
    assertThat(Explained.entities(firms)).containsExactly("p2 1", "p1 1 org:a");
    assertThat(firms.entities().orElseThrow().total()).isEmpty();
    assertThat(firms.check()).isEmpty();
  }

  @Test
  void shouldListTheTermsOfAMedianShortestFirst() {
    Explained explained =
        Explained.after(
            milestone("late", "2008-01-10", "2008-01-31"),
            milestone("early", "2008-02-10", "2008-02-05"),
            milestone("open", "2008-03-01", null),
            milestone("future", "2030-01-01", null));

    Explanation slip = explained.explain("program.milestone.slip_days", "JP", "JP-13", "FY2007");

    assertThat(slip.entities().orElseThrow().shown())
        .extracting(c -> c.entityId() + " " + c.term().orElseThrow().days())
        .containsExactly("early -5", "late 21", "open 30");
    assertThat(slip.entities().orElseThrow().total()).contains(Rational.of(21));
    assertThat(slip.isContradicted()).isFalse();
  }

  @Test
  void shouldCountTheEntitiesThatMakeAStockAnEstimate() {
    Explained explained =
        Explained.after(
            Events.venture("exact").foundedOn("2005-04-01").build(),
            Events.venture("some-day").foundedOn("2007-10/2008-10").build());

    Explanation stock = explained.explain("venture.stock", "JP", "JP-13", "FY2007");

    assertThat(stock.status()).isEqualTo(Status.ESTIMATED);
    assertThat(stock.entities().orElseThrow().uncertain()).isEqualTo(1);
    assertThat(stock.words()).singleElement().asString().endsWith("over this day (1)");
  }

  @Test
  void shouldNameTheLargestAndCountTheOthers() {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      events.add(Events.venture("v%02d".formatted(i)).standsFor(i).foundedOn("2006").build());
    }
    Explained explained = Explained.after(events);

    Explanation stock =
        explained.all(new CellQuestion("venture.stock", "JP", "JP-13", "FY2007", ""), 0, 3).get(0);

    assertThat(Explained.entities(stock)).containsExactly("v50 50", "v49 49", "v48 48");
    assertThat(stock.entities().orElseThrow().entities()).isEqualTo(50);
    assertThat(stock.entities().orElseThrow().total()).contains(Rational.of(1275));
    assertThat(stock.isContradicted()).isFalse();
  }

  private static ProgramEvent platform(String id, String... firms) {
    List<Party> parties = new ArrayList<>(List.of(Parties.lead("JP-13")));
    for (String firm : firms) {
      parties.add(
          Party.newBuilder(
                  Parties.of(
                      PartyRole.PARTICIPANT, "JP-14", Sector.INDUSTRY, RegionBasis.PARTICIPANT))
              .setOrganisationId(firm)
              .build());
    }
    return Events.project(id)
        .category(ProjectCategory.PLATFORM)
        .selectedOn("2008-05-01")
        .parties(parties.toArray(Party[]::new))
        .build();
  }

  private static ProgramEvent milestone(String id, String due, String reached) {
    Milestone milestone =
        Milestone.newBuilder()
            .setMilestoneId(id)
            .setProjectId("p")
            .setDueOriginal(Dates.on(due))
            .setDue(Dates.on(due))
            .setReachedOn(reached == null ? null : Dates.on(reached))
            .setStatus(reached == null ? MilestoneStatus.PLANNED : MilestoneStatus.REACHED)
            .setParties(List.of(Parties.lead("JP-13")))
            .build();
    return Events.<ProgramEvent>of(id, milestone).build();
  }
}
