package org.kuroshio.indicators.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.schemas.fixture.Dates;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.venture.Venture;

/** Golden test 7: METI's 2,093 + 98 + 239 - 145 - 7 = 2,278 of 2018, most of it found late. */
class LateDiscoveriesTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String STOCK = "venture.stock";

  @Test
  void shouldRaiseEarlierStocksByWhatWasFoundLate() {
    Tables tables = Tables.of(CATALOGUE, 3);
    for (int i = 0; i < 2_093; i++) {
      tables.send(Events.venture("v" + i).foundedOn("2014-05-01").build());
    }
    tables.cut();
    TreeMap<String, IndicatorValue> before = new TreeMap<>(tables.cells());
    assertThat(tables.show(STOCK, "JP", "2017")).isEqualTo("2093");

    for (int i = 0; i < 98; i++) {
      tables.send(Events.venture("new" + i).foundedOn("2018-06-01").build());
    }
    for (int i = 0; i < 239; i++) {
      tables.send(Events.of("late" + i, foundLate("late" + i)).build());
    }
    for (int i = 0; i < 145; i++) {
      tables.send(
          Events.venture("v" + i)
              .foundedOn("2014-05-01")
              .closedOn("2018-07-01")
              .version(1)
              .build());
    }
    for (int i = 145; i < 152; i++) {
      tables.send(Events.of("v" + i, declassified("v" + i)).version(1).build());
    }
    tables.cut();

    assertThat(tables.show(STOCK, "JP", "2018")).isEqualTo("2278");
    assertThat(tables.show(STOCK, "JP", "2017")).isEqualTo("2332");
    assertThat(tables.show(STOCK, "JP", "2016")).isEqualTo("2332");
    assertThat(tables.show("venture.late_discoveries", "JP", "2018")).isEqualTo("239");
    assertThat(tables.show("venture.formations", "JP", "2018")).isEqualTo("98");
    assertThat(tables.show("venture.formations", "JP", "2015")).isEqualTo("239");
    assertThat(tables.show("venture.exits", "JP", "2018")).isEqualTo("152");
    assertThat(tables.cell("venture.growth", "JP", "2018").getExact()).isEqualTo("-27/1166");
    // what was published before is as it was: readers of the history fold up to its cut
    assertThat(before.get("venture.stock|1||JP|2017||firms").getValue()).isEqualTo("2093");
  }

  @Test
  void shouldNotCallAVentureOfTheSurveysOwnYearFoundLate() {
    Tables tables =
        Tables.after(
            CATALOGUE,
            Events.of("a", observed("a", "2018-01-15", "2018-12-31")).build(),
            Events.of("b", observed("b", "2017", "2018-12-31")).build());

    assertThat(tables.show("venture.late_discoveries", "JP", "2018")).isEqualTo("1");
  }

  private static Venture foundLate(String id) {
    return observed(id, "2015-04-01", "2018-12-31");
  }

  private static Venture observed(String id, String founded, String seen) {
    return Venture.newBuilder()
        .setVentureId(id)
        .setFoundedOn(Dates.on(founded))
        .setObservedActiveOn(Dates.on(seen))
        .setHeadquarters(Parties.headquarters("JP-13"))
        .build();
  }

  private static Venture declassified(String id) {
    return Venture.newBuilder()
        .setVentureId(id)
        .setFoundedOn(Dates.on("2014-05-01"))
        .setDeclassifiedOn(Dates.on("2018-09-01"))
        .setHeadquarters(Parties.headquarters("JP-13"))
        .build();
  }
}
