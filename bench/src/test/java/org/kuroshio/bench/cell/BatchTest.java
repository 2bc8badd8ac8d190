package org.kuroshio.bench.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.bench.work.Flow;
import org.kuroshio.bench.work.Sequence;
import org.kuroshio.bench.work.Workload;
import org.kuroshio.indicators.region.Regions;

class BatchTest {
  private static final LocalDate DAY = LocalDate.of(2021, 7, 14);

  @Test
  void shouldCountAFactWhereItsPartiesAre() {
    // Given
    String fact =
        Fact.text(
            Flow.FILED,
            Math.toIntExact(DAY.toEpochDay()),
            new ArrayList<>(List.of("JP-27", "JP-13", "JP-13")));

    // When
    FactCells.Share[] shares = new FactCells().of(fact);

    // Then
    assertThat(shares)
        .contains(
            new FactCells.Share("bench.applications|JP-13|2021-07", 1),
            new FactCells.Share("bench.applications_fractional|JP-13|2021-07", 40),
            new FactCells.Share("bench.applications_fractional|JP-27|FY2021", 20),
            new FactCells.Share("bench.applications|JP-TKA4|FY2021", 1),
            new FactCells.Share("bench.applications_fractional|WORLD|2021-07", 60));
    assertThat(shares)
        .extracting(FactCells.Share::key)
        .doesNotContain("bench.applications|WORLD|FY2021");
  }

  @Test
  void shouldAddUpFractionsOverLeavesAndTheUnknown() {
    // Given
    Workload workload = Workload.of(3_000);
    int[] latest = new Sequence(workload).run((entity, version) -> {});
    List<String> places = new ArrayList<>(Regions.shipped().leaves("JP", DAY));
    places.add("JP-ZZ");

    // When
    CellTable table = Batch.table(workload, latest);

    // Then
    long country = table.get("bench.grants_fractional|JP|FY2021");
    assertThat(country).isPositive();
    assertThat(
            places.stream()
                .mapToLong(p -> table.get("bench.grants_fractional|" + p + "|FY2021"))
                .sum())
        .isEqualTo(country);
  }
}
