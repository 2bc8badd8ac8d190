package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.period.Period;
import org.kuroshio.indicators.region.Regions;

/** What a fact costs: the periods that it may have changed, however long the history before it. */
class StockCellsTest {
  private static final String STOCK = "venture.stock";
  private static final AsOf TODAY = AsOf.of(LocalDate.of(2026, 11, 25));

  private final Catalogue catalogue = CatalogueFiles.shipped(List.of());
  private final Regions regions = Regions.shipped();
  private final Dirty dirty = new Dirty();
  private final Facts facts = new Facts(catalogue, regions, dirty);
  private final Cells cells = new Cells();
  private final SimpleCells simple = new SimpleCells(catalogue, regions, facts, cells);

  @Test
  void shouldComputeNoPeriodThatEndsBeforeTheChange() {
    // Given
    opened("1998-04-01");
    compute();

    // When
    opened("2026-08-10");
    List<Period> computed = compute();

    // Then
    assertThat(computed)
        .extracting(Period::label)
        .containsExactlyInAnyOrder(
            "2026-08", "2026-09", "2026-10", "2026-11", "2026-Q3", "2026-Q4", "2026", "FY2026");
    assertThat(value("2026-08")).isEqualTo("2");
    assertThat(value("2026-07")).isEqualTo("1");
  }

  @Test
  void shouldComputeAllPeriodsFromAnEarlierChangeOn() {
    // Given
    opened("2010-04-01");
    compute();

    // When
    opened("1998-04-01");
    compute();

    // Then
    assertThat(value("1998-03")).isNull();
    assertThat(value("1998-04")).isEqualTo("1");
    assertThat(value("2010-03")).isEqualTo("1");
    assertThat(value("2026-11")).isEqualTo("2");
  }

  private void opened(String day) {
    int date = Math.toIntExact(LocalDate.parse(day).toEpochDay());
    String measure =
        catalogue.measures().stream()
            .filter(use -> use.readers().stream().anyMatch(i -> i.id().equals(STOCK)))
            .findFirst()
            .orElseThrow()
            .name();
    facts.changed(new BaseKey(measure, "", date, date, "JP-13", "", ""), 1, 1);
  }

  /** The periods of Tokyo that were computed. */
  private List<Period> compute() {
    List<Period> computed = new ArrayList<>();
    dirty
        .stocks()
        .forEach(
            (line, firstDay) -> {
              if (line.indicator().equals(STOCK)) {
                simple.stock(
                    line,
                    firstDay,
                    TODAY,
                    (slice, place, cell) -> {
                      cells.put(slice, place, cell);
                      if (place.equals(Place.of("JP-13"))) {
                        computed.add(slice.period());
                      }
                    });
              }
            });
    dirty.clear();
    return computed;
  }

  private String value(String label) {
    Period period = Period.parse(label, regions.calendar("JP").orElseThrow());
    return cells.get(new Slice(STOCK, "", "", period), Place.of("JP-13")).text();
  }
}
