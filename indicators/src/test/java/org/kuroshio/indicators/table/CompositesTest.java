package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.fixture.Events;

class CompositesTest {
  private static final String INDEX =
      """
      indicators:
        - id: my.index
          version: 1
          titles: { en: Index, ja: 指数, zh: 指数 }
          description: { en: An index of two. }
          facet: all
          kind: composite
          unit: index
          polarity: +1
          periods: [CY]
          set: JP-TKA4
          index:
            normalisation: min-max
            low: 0
            high: 100
            coverage: 3/4
            aggregation: arithmetic
            members:
              - { indicator: venture.stock, weight: 3, direction: highest-first }
              - { indicator: venture.per_million, weight: 1, direction: highest-first, transform: sqrt }
      """;

  private final Catalogue catalogue = catalogue();

  @Test
  void shouldComparePartsOverTheSetAndPublishTheirExtremes() {
    Tables tables = Tables.after(catalogue, ventures(0, 1, 2, 4));

    assertThat(tables.show("my.index", "JP-TKA4:JP-14", "2010")).isEqualTo("#1");
    assertThat(tables.cell("my.index", "JP-TKA4:JP-14", "2010").getValue()).isEqualTo("100");
    // 75 of 100 for half the range of stocks, 25 of 100 for the root of a half
    assertThat(tables.cell("my.index", "JP-TKA4:JP-13", "2010").getValue())
        .isEqualTo("55.1776695297");
    assertThat(tables.show("my.index", "JP-TKA4:JP-11", "2010")).isEqualTo("#4");
    assertThat(tables.show("my.index", "JP-TKA4:JP-12", "2010", "part=venture.stock"))
        .isEqualTo("25");
    assertThat(tables.show("my.index", "JP-TKA4:JP-TKA4", "2010", "minimum=venture.stock"))
        .isEqualTo("0");
    assertThat(tables.show("my.index", "JP-TKA4:JP-TKA4", "2010", "maximum=venture.per_million"))
        .isEqualTo("4");
    assertThat(tables.show("my.index", "JP-KANTO7:JP-13", "2010")).isEqualTo("MISSING");
  }

  @Test
  void shouldMoveEveryScoreWithANewExtremeAndForgetThemWithTheLastFact() {
    Tables tables = Tables.after(catalogue, ventures(0, 1, 2, 4));
    for (int i = 4; i < 8; i++) {
      tables.send(Events.venture("JP-14:" + i).foundedOn("2009-01-01").region("JP-14").build());
    }
    tables.cut();
    assertThat(tables.show("my.index", "JP-TKA4:JP-12", "2010", "part=venture.stock"))
        .isEqualTo("12.5");

    for (SpecificRecord event : ventures(0, 1, 2, 8)) {
      String id = event.get(0).toString();
      if (id.startsWith("JP-")) {
        tables.send(Events.venture(id).version(1).withdrawn().build());
      }
    }
    tables.send(Events.coverage("c").indicator("venture.stock").version(1).withdrawn().build());
    tables.cut();
    assertThat(tables.cells()).isEmpty();
  }

  @Test
  void shouldHaveNoScoreWhereTooMuchOfTheWeightIsMissing() {
    List<SpecificRecord> events = new ArrayList<>(ventures(1, 1, 2, 4));
    events.removeIf(e -> e.get(0).toString().startsWith("population"));
    Tables tables = Tables.after(catalogue, events);

    // three quarters of the weight are there
    assertThat(tables.cell("my.index", "JP-TKA4:JP-14", "2010").getValue()).isEqualTo("100");
    assertThat(tables.show("composite.ecosystem", "JP-TKA4:JP-14", "2010")).isEqualTo("UNDEFINED");
    assertThat(tables.cell("composite.ecosystem", "JP-TKA4:JP-14", "2010").getReason())
        .isEqualTo("low coverage: element, mechanism, environment");
    assertThat(tables.show("composite.ecosystem", "JP:JP-01", "2010")).isEqualTo("MISSING");
  }

  @Test
  void shouldSayHowSureTheMembersAre() {
    List<SpecificRecord> events = new ArrayList<>(ventures(1, 1, 2, 4));
    events.add(Events.venture("JP-11:x").foundedOn("2010/2011").region("JP-11").build());
    Tables tables = Tables.after(catalogue, events);

    assertThat(tables.cell("my.index", "JP-TKA4:JP-11", "2010").getStatus().name())
        .isEqualTo("ESTIMATED");
    assertThat(tables.cell("my.index", "JP-TKA4:JP-12", "2010").getStatus().name())
        .isEqualTo("NORMAL");
  }

  /** So many ventures of 2009 in the four prefectures, each of a million people. */
  private static List<SpecificRecord> ventures(int... counts) {
    List<SpecificRecord> events = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      String region = "JP-" + (11 + i);
      for (int number = 0; number < counts[i]; number++) {
        events.add(
            Events.venture(region + ":" + number).foundedOn("2009-01-01").region(region).build());
      }
      events.add(
          Events.observation("population:" + region)
              .region(region)
              .on("2005-10-01")
              .valued("1000000")
              .build());
    }
    events.add(
        Events.coverage("c")
            .indicator("venture.stock")
            .regions("JP-TKA4")
            .period("2009/2012")
            .build());
    return events;
  }

  private static Catalogue catalogue() {
    List<Indicator> all = new ArrayList<>(CatalogueFiles.shipped(List.of()).all());
    all.addAll(CatalogueFiles.parse("my.yaml", INDEX, Regions.shipped()));
    return Catalogue.of(all);
  }
}
