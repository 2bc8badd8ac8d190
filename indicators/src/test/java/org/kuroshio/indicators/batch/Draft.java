package org.kuroshio.indicators.batch;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.fixture.Dates;
import org.kuroshio.schemas.fixture.EventFixture;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.program.ProjectStatus;
import org.kuroshio.schemas.venture.Venture;

/**
 * The dice of one event. Which kind of entity it is follows from its number, so that corrections
 * meet the entity that they correct.
 *
 * @param flavour 0 to 11, for what is left to choose
 */
record Draft(int entity, int version, int where, int orWhere, int when, int until, int flavour) {
  private static final int KINDS = 7;

  private static final List<String> JAPAN =
      List.of(
          "JP-13",
          "JP-12",
          "JP-11",
          "JP-14",
          "JP-13",
          "JP-08",
          "JP-22",
          "JP-01",
          "JP-ZZ",
          "JP",
          "JP-KANTO11",
          "JP-TKA4",
          "ZZ",
          "CA-QC");
  private static final List<String> WORLD =
      List.of("US-CA", "JP-13", "JP-12", "CA-ZZ", "JP-KANTO7");
  private static final List<String> DAYS =
      List.of(
          "2008-03-31",
          "2008-04-01",
          "2009-12-31",
          "2010-01-01",
          "2010-06-15",
          "2011-09-30",
          "2012-06-14",
          "2012-06-15",
          "2012-06-16",
          "2013-02-01",
          "2009-03",
          "2010-11",
          "2008",
          "2009",
          "2012",
          "FY2007",
          "FY2009",
          "2008/2010",
          "2010-01-31/2010-02-01");
  private static final List<List<String>> COVERED =
      List.of(
          List.of("JP"),
          List.of("JP-TKA4"),
          List.of("JP-11", "JP-12", "JP-13", "JP-14"),
          List.of("JP-12", "JP-13", "JP-TKA4"),
          List.of("JP-01"));
  private static final List<String> COVERED_DAYS =
      List.of("2008/2012", "2009", "2010-01-01/2010-06-30", "2010-07-01/2013-12-31", "2008-03-31");

  static Arbitrary<List<Draft>> some(int most) {
    return Combinators.combine(
            Arbitraries.integers().between(0, 34),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 99),
            Arbitraries.integers().between(0, 11))
        .as(Draft::new)
        .list()
        .ofMaxSize(most)
        // two events of one version would be decided by their bytes
        .map(
            all -> {
              Set<List<Integer>> seen = new java.util.HashSet<>();
              return all.stream().filter(d -> seen.add(List.of(d.entity, d.version))).toList();
            });
  }

  SpecificRecord event() {
    String id = "e" + entity;
    EventFixture<?, ?> fixture =
        switch (entity % KINDS) {
          case 0, 1 -> venture(id);
          case 2 -> project(id);
          case 3 -> platform(id);
          case 4 -> patent(id);
          case 5 -> entity / KINDS % 2 == 0 ? register(id) : coverage(id);
          default -> funding(id);
        };
    fixture.version(version);
    if (flavour == 11) {
      fixture.withdrawn();
    } else if (flavour == 10 && entity % KINDS != 6) {
      fixture.standsFor(3);
    }
    return (SpecificRecord) fixture.build();
  }

  private EventFixture<?, ?> venture(String id) {
    Venture venture =
        Venture.newBuilder()
            .setVentureId(id)
            .setFoundedOn(flavour % 3 == 0 ? null : Dates.on(day(when)))
            .setObservedActiveOn(flavour % 4 == 1 ? null : Dates.on(day(until)))
            .setClosedOn(orWhere % 3 == 0 ? Dates.on(day(until + 1)) : null)
            .setDeclassifiedOn(orWhere % 5 == 0 ? Dates.on(day(until + 2)) : null)
            .setCore(flavour % 2 == 0)
            .setHeadquarters(flavour == 9 ? null : Parties.headquarters(japan(where)))
            .build();
    return Events.of(id, venture);
  }

  private EventFixture<?, ?> project(String id) {
    ProjectCategory category =
        flavour % 3 == 0 ? ProjectCategory.FOUNDATION : ProjectCategory.GRANT;
    ProjectStatus status = flavour == 7 ? ProjectStatus.REJECTED : ProjectStatus.SELECTED;
    return Events.project(id)
        .category(category)
        .status(status)
        .selectedOn(day(when))
        .parties(leads());
  }

  private Party[] leads() {
    Party first = Parties.weighing(Parties.lead(japan(where)), 1 + flavour % 3, 4);
    Party second = Parties.lead(WORLD.get(orWhere % WORLD.size()));
    return flavour % 2 == 0 ? new Party[] {first} : new Party[] {first, second, second};
  }

  private EventFixture<?, ?> platform(String id) {
    return Events.project(id)
        .category(ProjectCategory.PLATFORM)
        .selectedOn(day(when))
        .running(day(when), day(until))
        .leads(japan(where), japan(orWhere));
  }

  private EventFixture<?, ?> patent(String id) {
    return Events.application(id)
        .grantedOn(day(when))
        .inventors(japan(where), japan(orWhere), WORLD.get(until % WORLD.size()));
  }

  private EventFixture<?, ?> register(String id) {
    return Events.registryChange(id)
        .process(List.of("01", "21", "99", "71").get(until % 4))
        .on(day(when))
        .region(japan(where));
  }

  private EventFixture<?, ?> coverage(String id) {
    return Events.coverage(id)
        .indicator(
            List.of(
                    "venture.stock",
                    "venture.formations",
                    "program.projects.awarded",
                    "company.created")
                .get(until % 4))
        .regions(COVERED.get(where % COVERED.size()).toArray(String[]::new))
        .period(COVERED_DAYS.get(when % COVERED_DAYS.size()));
  }

  private EventFixture<?, ?> funding(String id) {
    return Events.funding(id)
        .committedOn(day(when))
        .money((until + 1) + ".25", flavour % 2 == 0 ? "JPY" : "USD")
        .parties(leads());
  }

  private static String japan(int number) {
    return JAPAN.get(number % JAPAN.size());
  }

  private static String day(int number) {
    return DAYS.get(number % DAYS.size());
  }
}
