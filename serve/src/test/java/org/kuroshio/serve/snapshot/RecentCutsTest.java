package org.kuroshio.serve.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;

class RecentCutsTest {
  @Test
  void shouldForgetTheOldestWhenThereAreTooManyCells() {
    RecentCuts recent = RecentCuts.NONE;
    for (int sequence = 1; sequence <= 3; sequence++) {
      recent = recent.with(changes(sequence, RecentCuts.MOST_CELLS / 2));
    }

    assertThat(recent.all()).extracting(c -> c.cut().getSequence()).containsExactly(2L, 3L);
  }

  @Test
  void shouldKeepTheNewestHoweverLargeAndTakeNoCutTwice() {
    RecentCuts recent = RecentCuts.NONE.with(changes(7, RecentCuts.MOST_CELLS + 1));

    assertThat(recent.with(changes(7, 1))).isSameAs(recent);
    assertThat(recent.last()).map(Cut::getSequence).contains(7L);
  }

  @Test
  void shouldTellWhatFollowsACutOnlyIfItIsThatCut() {
    RecentCuts recent = RecentCuts.NONE.with(changes(1, 1)).with(changes(2, 1));

    assertThat(recent.after(CutName.parse("1-" + id(1)))).map(List::size).isEqualTo(Optional.of(1));
    assertThat(recent.after(CutName.parse("2-" + id(2)))).map(List::size).contains(0);
    assertThat(recent.after(CutName.parse("1-" + id(2)))).isEmpty();
    assertThatThrownBy(() -> CutName.parse("1-<script>"))
        .hasMessageStartingWith("an event's id is SEQUENCE-CUT");
  }

  private static CutChanges changes(long sequence, int cells) {
    Map<String, IndicatorValue> changed = new HashMap<>();
    for (int i = 0; i < cells; i++) {
      changed.put("key " + i, null);
    }
    return new CutChanges(
        Cut.newBuilder()
            .setCut(id(sequence))
            .setSequence(sequence)
            .setAsOf(LocalDate.of(2026, 11, 25))
            .setAt(Instant.EPOCH)
            .setOffsets(List.of())
            .setCount(cells)
            .build(),
        changed);
  }

  private static String id(long sequence) {
    return "%016x".formatted(sequence);
  }
}
