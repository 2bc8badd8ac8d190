package org.kuroshio.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitPositionTest {
  @Test
  void shouldReadWhatTheFirstReleaseStored() {
    Map<String, Object> stored =
        Map.ofEntries(
            Map.entry("format", 1),
            Map.entry("reading", true),
            Map.entry("next", "2026-01-06"),
            Map.entry("windowEnd", "2026-01-12"),
            Map.entry("frontier", "2026-01-05"),
            Map.entry("split", 2),
            Map.entry("page", "25"),
            Map.entry("mark", ""),
            Map.entry("seen", ""),
            Map.entry("readAt", "2026-01-05T10:00:00Z"),
            Map.entry("validator.0a1b", "\"e\"\n"));

    UnitPosition position = UnitPosition.fromMap(stored);

    assertThat(position.next()).contains(LocalDate.of(2026, 1, 6));
    assertThat(position.page()).isEqualTo("25");
    assertThat(position.split()).isEqualTo(2);
    assertThat(position.readAt()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    assertThat(position.validators()).containsEntry("0a1b", "\"e\"\n");
    assertThat(UnitPosition.fromMap(position.toMap())).isEqualTo(position);
  }

  @Test
  void shouldTakeAShortOneOfAnOperators() {
    UnitPosition position = UnitPosition.fromMap(Map.of("format", 1L, "frontier", "2026-01-31"));

    assertThat(position.frontier()).contains(LocalDate.of(2026, 1, 31));
    assertThat(position.reading()).isFalse();
  }

  @Test
  void shouldKeepAFlawUntilTheNextWindow() {
    UnitPosition flawed = UnitPosition.START.at(LocalDate.of(2026, 2, 1)).withFlaw();

    UnitPosition kept = UnitPosition.fromMap(flawed.turned("2", 0, flawed.next(), "").toMap());

    assertThat(kept.flawed()).isTrue();
    assertThat(kept.reached(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 2)).flawed()).isFalse();
  }

  @Test
  void shouldNeverMoveTheFrontierBack() {
    UnitPosition far =
        UnitPosition.START.reached(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 2));

    UnitPosition again = far.reached(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 1, 21));

    assertThat(again.frontier()).contains(LocalDate.of(2026, 2, 1));
    assertThat(again.next()).contains(LocalDate.of(2026, 1, 21));
  }
}
