package org.kuroshio.indicators.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.Indicator;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.VentureFixture;

/** An index says how far a region's rank depends on its members and weights. */
class RobustnessTest {
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
            aggregation: arithmetic
            members:
              - { indicator: venture.stock, weight: 3, direction: highest-first }
              - { indicator: venture.core_stock, weight: 1, direction: highest-first }
      """;

  private final Catalogue catalogue = catalogue();

  @Test
  void shouldSayBetweenWhichRanksARegionStands() {
    // Given: Saitama leads by its core ventures, Chiba has more of all
    List<SpecificRecord> events = new ArrayList<>();
    add(events, "JP-11", 4, true);
    add(events, "JP-12", 5, false);
    add(events, "JP-13", 1, false);
    add(events, "JP-14", 2, false);
    events.add(covered("venture.stock"));
    events.add(covered("venture.core_stock"));
    IndicatorTable table = table(Tables.after(catalogue, events));

    // Then
    assertThat(formula(table, "JP-11", ""))
        .endsWith(
            "; rank 1, from 1 (as defined) to 2 (without venture.core_stock)"
                + " when one member is left out or one weight moved by a quarter");
    assertThat(formula(table, "JP-12", ""))
        .contains("; rank 2, from 1 (without venture.core_stock) to 2 (as defined)");
    assertThat(formula(table, "JP-12", "part=venture.stock")).doesNotContain("; rank");
  }

  private String formula(IndicatorTable table, String region, String breakdown) {
    CellQuestion asked = new CellQuestion("my.index", "JP-TKA4", region, "2010", breakdown);
    Explainer explainer =
        new Explainer(catalogue, Regions.shipped(), table, (stream, wanted, sink) -> {}, 10);
    return explainer.explain(asked, 0).get(0).formula();
  }

  private static void add(List<SpecificRecord> events, String region, int count, boolean core) {
    for (int number = 0; number < count; number++) {
      VentureFixture venture =
          Events.venture(region + ":" + number).foundedOn("2009-01-01").region(region);
      events.add((core ? venture.core() : venture).build());
    }
  }

  private static SpecificRecord covered(String indicator) {
    return Events.coverage("c:" + indicator)
        .indicator(indicator)
        .regions("JP-TKA4")
        .period("2009/2012")
        .build();
  }

  private static IndicatorTable table(Tables tables) {
    IndicatorTable table = new IndicatorTable();
    tables.cells().forEach(table::apply);
    table.apply(tables.lastCut());
    return table;
  }

  private static Catalogue catalogue() {
    List<Indicator> all = new ArrayList<>(CatalogueFiles.shipped(List.of()).all());
    all.addAll(CatalogueFiles.parse("my.yaml", INDEX, Regions.shipped()));
    return Catalogue.of(all);
  }
}
