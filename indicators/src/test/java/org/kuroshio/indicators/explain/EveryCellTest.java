package org.kuroshio.indicators.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.event.Party;
import org.kuroshio.schemas.event.PartyRole;
import org.kuroshio.schemas.event.RegionBasis;
import org.kuroshio.schemas.event.Sector;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.program.ProjectCategory;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.venture.VentureField;

class EveryCellTest {
  private static final List<String> REGIONS =
      List.of(
          "JP-08",
          "JP-12",
          "JP-13",
          "JP-13",
          "JP-14",
          "JP-27",
          "JP-KANTO11",
          "JP-ZZ",
          "ZZ",
          "US-CA");

  private final Random random = new Random(20081123);

  /** Whatever kind, column, row and breakdown: what stands behind a cell makes the cell. */
  @Test
  void shouldMakeEveryPublishedCellFromWhatStandsBehindIt() {
    Explained explained = Explained.after(events());
    Explainer explainer =
        new Explainer(Explained.CATALOGUE, Explained.REGIONS, explained.table(), explained, 3);
    Set<String> kinds = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    long checked = 0;

    for (IndicatorValue cell : someOf(explained.table().cells())) {
      for (Explanation explanation : explainer.explain(question(cell), 0)) {
        if (explanation.published().filter(cell::equals).isEmpty()) {
          continue;
        }
        kinds.add(explanation.indicator().kind().word());
        checked += explanation.check().isPresent() ? 1 : 0;
        if (explanation.isContradicted() || isUnchecked(cell, explanation)) {
          wrong.add(cell.getIndicator() + " " + explanation.cell() + explanation.check());
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(2_000);
    assertThat(kinds)
        .contains(
            "simple",
            "stock",
            "cumulative",
            "share",
            "ratio",
            "rank",
            "growth",
            "concentration",
            "per-capita",
            "gap",
            "reported",
            "revision",
            "composite");
  }

  /** Every seventh cell, and fewer of the months and late years that repeat each other. */
  private List<IndicatorValue> someOf(Collection<IndicatorValue> cells) {
    return cells.stream()
        .filter(cell -> !cell.getPeriod().matches("\\d{4}-.*") || random.nextInt(10) == 0)
        .filter(cell -> !cell.getPeriod().matches("(FY)?20[12]\\d") || random.nextInt(10) == 0)
        .filter(cell -> cell.getIndicator().matches("(quality|ref)\\..*") || random.nextInt(7) == 0)
        .toList();
  }

  private static boolean isUnchecked(IndicatorValue cell, Explanation explanation) {
    return cell.getValue() != null && explanation.check().isEmpty();
  }

  private static CellQuestion question(IndicatorValue cell) {
    String group = cell.getGroup().isEmpty() ? "WORLD" : cell.getGroup();
    return new CellQuestion(
        cell.getIndicator(),
        group,
        cell.getRegion(),
        cell.getPeriod(),
        cell.getBreakdown(),
        cell.getUnit());
  }

  private List<SpecificRecord> events() {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(venture(i));
      events.add(platform(i));
      events.add(
          Events.project("p" + i).leads(some()).selectedOn(date()).category(category()).build());
      events.add(
          Events.funding("f" + i)
              .committedOn(date())
              .money(random.nextInt(100_000) + ".25", i % 3 == 0 ? "USD" : "JPY")
              .leads(some())
              .build());
      events.add(
          Events.application("a" + i)
              .inventors(some())
              .applicants(some())
              .grantedOn(date())
              .build());
    }
    for (int prefecture = 1; prefecture <= 47; prefecture++) {
      String region = "JP-%02d".formatted(prefecture);
      events.add(
          Events.observation("pop" + region)
              .region(region)
              .on("2000-10-01")
              .valued("" + (1_000_000 + prefecture))
              .vintage("2000-census")
              .build());
    }
    events.add(
        Events.coverage("c1").indicator("venture.stock").regions("JP").period("2001/2008").build());
    events.add(
        Events.coverage("c2")
            .indicator("venture.bio.count")
            .regions("JP")
            .period("2001/2008")
            .build());
    events.add(
        Events.reportedFigure("r1")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "FY2007")
            .valued("7", "0.5")
            .build());
    events.add(
        Events.reportedFigure("r2")
            .indicator("venture.stock", "firms")
            .of("", "JP-13", "FY2007")
            .valued("774", "0.5")
            .build());
    events.add(
        Events.reportedFigure("r3")
            .indicator("venture.share_of_country", "ratio")
            .of("JP", "JP-13", "FY2007")
            .valued("0.5", "0.005")
            .build());
    events.add(
        Events.reportedFigure("r4")
            .indicator("ref.sti_composite.in_top_n", "prefectures")
            .of("", "JP-KANTO11", "FY2007")
            .valued("7", "0.5")
            .build());
    events.add(revised("m1", "2017-survey", "1099"));
    events.add(revised("m2", "2018-survey", "1207"));
    return events;
  }

  private static SpecificRecord revised(String id, String vintage, String value) {
    return Events.observation(id)
        .series("UNIVERSITY_VENTURES_METI", "firms")
        .region("JP")
        .on("2008-03-31")
        .valued(value)
        .vintage(vintage)
        .build();
  }

  private SpecificRecord platform(int i) {
    return Events.project("platform" + i)
        .category(ProjectCategory.PLATFORM)
        .selectedOn(date())
        .parties(
            Parties.lead(region()),
            Party.newBuilder(
                    Parties.of(
                        PartyRole.PARTICIPANT, region(), Sector.INDUSTRY, RegionBasis.PARTICIPANT))
                .setOrganisationId("org:" + random.nextInt(40))
                .build())
        .build();
  }

  private SpecificRecord venture(int i) {
    var venture = Events.venture("v" + i).region(region());
    switch (random.nextInt(4)) {
      case 0 -> venture.observedActiveOn("2008-03-31");
      case 1 -> venture.foundedOn("2004").closedOn(date());
      default -> venture.foundedOn(date());
    }
    if (random.nextInt(3) == 0) {
      venture.fields(VentureField.BIO).core();
    }
    return (random.nextInt(10) == 0 ? venture.standsFor(5) : venture).build();
  }

  private String[] some() {
    String[] regions = new String[1 + random.nextInt(3)];
    for (int i = 0; i < regions.length; i++) {
      regions[i] = region();
    }
    return regions;
  }

  private String region() {
    return REGIONS.get(random.nextInt(REGIONS.size()));
  }

  private ProjectCategory category() {
    return random.nextBoolean() ? ProjectCategory.GRANT : ProjectCategory.INTERNATIONAL;
  }

  private String date() {
    int year = 2004 + random.nextInt(4);
    int month = 1 + random.nextInt(12);
    return switch (random.nextInt(4)) {
      case 0 -> "" + year;
      case 1 -> "FY" + year;
      case 2 -> "%d-%02d".formatted(year, month);
      default -> "%d-%02d-%02d".formatted(year, month, 1 + random.nextInt(28));
    };
  }
}
