package org.kuroshio.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTurnerTest {
  private static final JsonPointer AT = JsonPointer.compile("/x");

  /** The pages that are asked for where {@code all} records stand behind pages of a size. */
  private static List<String> turned(Pages pages, long all, int size, boolean totalSaid) {
    PageTurner turner = new PageTurner(pages);
    List<String> asked = new ArrayList<>();
    Optional<String> at = Optional.of(turner.first(""));
    long left = all;
    while (at.isPresent()) {
      asked.add(at.get());
      long records = Math.min(left, size);
      left -= records;
      Optional<Long> total = totalSaid ? Optional.of(all) : Optional.empty();
      at = turner.next(at.get(), new PageFacts(records, total, Optional.empty(), Optional.empty()));
    }
    return asked;
  }

  private static Pages offset(int first, Integer most) {
    return new Pages.Offset(
        Optional.of("o"), 10, first, true, Optional.empty(), Optional.ofNullable(most));
  }

  private static Pages range(Integer most) {
    return new Pages.Range(
        Optional.of("r"), false, 10, 1, Optional.empty(), Optional.ofNullable(most));
  }

  @Test
  void shouldCountRecords() {
    assertThat(turned(offset(0, null), 25, 10, false)).containsExactly("0", "10", "20");
    assertThat(turned(offset(1, null), 25, 10, true)).containsExactly("1", "11", "21");
    assertThat(turned(offset(0, null), 20, 10, true)).containsExactly("0", "10");
    assertThat(turned(offset(0, null), 20, 10, false)).containsExactly("0", "10", "20");
    assertThat(turned(offset(0, null), 0, 10, true)).containsExactly("0");
  }

  @Test
  void shouldCountPages() {
    Pages pages =
        new Pages.Number(
            Optional.of("p"), 10, 1, true, Optional.of(AT), Optional.empty(), Optional.empty());
    PageTurner turner = new PageTurner(pages);

    assertThat(turned(pages, 25, 10, true)).containsExactly("1", "2", "3");
    PageFacts second = new PageFacts(7, Optional.empty(), Optional.of(2L), Optional.empty());
    assertThat(turner.next("1", second)).contains("2");
    assertThat(turner.next("2", second)).isEmpty();
  }

  @Test
  void shouldWriteRanges() {
    PageTurner turner = new PageTurner(range(25));

    assertThat(turned(range(null), 25, 10, true)).containsExactly("1", "11", "21");
    assertThat(turner.variables("21")).containsEntry("page.last", "25");
  }

  @Test
  void shouldNotLoseWhatIsBeyondReach() {
    assertThatThrownBy(() -> turned(offset(0, 15), 25, 10, true))
        .isInstanceOf(BeyondReachException.class)
        .hasMessageContaining("'pages.most'");
    assertThat(turned(offset(0, 15), 20, 10, true)).hasSize(2);
  }

  @Test
  void shouldFollowWordsUntilThereIsNone() {
    PageTurner turner = new PageTurner(new Pages.Cursor(Optional.of("c"), AT, Optional.empty()));

    assertThat(turner.next("", facts(10, "a"))).contains("a");
    assertThat(turner.next("a", facts(0, "b"))).contains("b");
    assertThat(turner.next("a", facts(10, "a"))).isEmpty();
    assertThat(turner.next("a", facts(10, ""))).isEmpty();
  }

  @Test
  void shouldGoOnAfterTheLastRecord() {
    PageTurner turner = new PageTurner(new Pages.After(Optional.of("a"), AT, 10, Optional.empty()));

    assertThat(turner.next("", facts(10, "5"))).contains("5");
    assertThat(turner.next("5", facts(9, "8"))).isEmpty();
  }

  private static PageFacts facts(long records, String word) {
    return new PageFacts(records, Optional.empty(), Optional.empty(), Optional.of(word));
  }
}
