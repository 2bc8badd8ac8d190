package org.kuroshio.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kuroshio.ingest.cursor.Cursor;

class WindowGridTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 6);

  private static Cursor.Windows windows(int step, int lookback, int lanes) {
    return new Cursor.Windows(
        START, step, lookback, 0, ZoneOffset.UTC, Optional.empty(), List.of(), lanes);
  }

  private static List<LocalDate> days(Cursor.Windows windows, int lane, LocalDate last) {
    WindowGrid grid = new WindowGrid(windows, lane);
    List<LocalDate> days = new ArrayList<>();
    LocalDate from = grid.begin(Optional.empty());
    while (!from.isAfter(last)) {
      LocalDate end = grid.end(from, last);
      from.datesUntil(end.plusDays(1)).forEach(days::add);
      from = grid.onLane(end.plusDays(1));
    }
    return days;
  }

  @Test
  void shouldDealEveryDayToOneLane() {
    LocalDate last = START.plusDays(100);
    List<LocalDate> all = new ArrayList<>();
    for (int lane = 0; lane < 3; lane++) {
      all.addAll(days(windows(7, 0, 3), lane, last));
    }

    assertThat(all).doesNotHaveDuplicates().hasSize(101);
  }

  @Test
  void shouldBeginAtAWindowsFirstDayWhereverTheLookbackEnds() {
    WindowGrid weekly = new WindowGrid(windows(7, 10, 1), 0);

    assertThat(weekly.begin(Optional.of(LocalDate.of(2026, 2, 5))))
        .isEqualTo(LocalDate.of(2026, 1, 27));
    assertThat(weekly.begin(Optional.of(START))).isEqualTo(START);
  }

  @Test
  void shouldHalveDownToADay() {
    LocalDate to = START.plusDays(7);

    assertThat(WindowGrid.half(START, to)).isEqualTo(START.plusDays(3));
    assertThat(WindowGrid.half(START, START.plusDays(1))).isEqualTo(START);
    assertThat(WindowGrid.half(START, START.plusDays(2))).isEqualTo(START);
  }
}
