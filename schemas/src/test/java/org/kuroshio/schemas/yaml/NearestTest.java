package org.kuroshio.schemas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simpel        | simple        | two letters swapped count as one change",
        "VENTURE.STOCK | venture.stock | case does not matter",
        "delimeter     | delimiter     | ",
        "venture.stok  | venture.stock | the nearer of two near ones",
        "Y             | cy            | one letter of two",
      })
  void shouldFind(String word, String meant) {
    List<String> known = List.of("cy", "delimiter", "simple", "venture.stage", "venture.stock");

    assertThat(Nearest.to(word, known)).contains(meant);
    assertThat(Nearest.hint(word, known)).isEqualTo("; did you mean '" + meant + "'?");
  }

  @Test
  void shouldGuessNothingWhenNoLetterOrFewLettersAreRight() {
    assertThat(Nearest.to("Y", List.of("d", "m", "q"))).isEmpty();
    assertThat(Nearest.to("population", List.of("ratio", "share"))).isEmpty();
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }

  @Test
  void shouldTakeTheFirstByNameOfSeveral() {
    assertThat(Nearest.to("JP-KANTO", List.of("JP-KANTO7", "JP-KANTO4"))).contains("JP-KANTO4");
  }

  @Test
  void shouldListWhatThereIsUpToThirty() {
    List<String> known = IntStream.range(100, 140).mapToObj(i -> "k" + i).toList();

    assertThat(Nearest.hint("something", List.of("b", "a"))).isEqualTo("; known are a, b");
    assertThat(Nearest.hint("something", known))
        .startsWith("; known are k100, k101,")
        .endsWith("k129 and 10 more");
  }
}
