package org.kuroshio.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.exact.Rational;
import org.kuroshio.indicators.formula.Ranking.Method;

class RankingTest {

  /** University ventures of FY2007 by prefecture, as the paper prints them. */
  static final Map<String, Rational> VENTURES = new LinkedHashMap<>();

  static {
    List<String> regions =
        List.of(
            "JP-13", "JP-14", "JP-08", "JP-22", "JP-11", "JP-12", "JP-10", "JP-15", "JP-20",
            "JP-09", "JP-19");
    List<Integer> counts = List.of(428, 131, 64, 36, 23, 20, 11, 10, 10, 6, 5);
    for (int i = 0; i < regions.size(); i++) {
      VENTURES.put(regions.get(i), Rational.of(counts.get(i)));
    }
  }

  @Test
  void shouldRankThePapersTableByEachRule() {
    assertThat(ranks(Method.COMPETITION))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "8", "10", "11");
    assertThat(ranks(Method.DENSE))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "8", "9", "10");
    assertThat(ranks(Method.FRACTIONAL))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "17/2", "17/2", "10", "11");
  }

  @Test
  void shouldRankFromTheOtherEnd() {
    Map<String, Rational> ranks =
        Ranking.rank(VENTURES, Method.COMPETITION, Direction.LOWEST_FIRST);

    assertThat(ranks.keySet()).startsWith("JP-19", "JP-09", "JP-15", "JP-20", "JP-10");
    assertThat(ranks)
        .containsEntry("JP-13", Rational.of(11))
        .containsEntry("JP-15", Rational.of(3));
  }

  @Property
  void shouldShareTheSamePlacesWhateverTheRule(
      @ForAll @Size(max = 30)
          Map<@IntRange(min = 0, max = 99) Integer, @IntRange(max = 5) Integer> given,
      @ForAll Direction direction) {
    Map<String, Rational> values = new LinkedHashMap<>();
    given.forEach((key, value) -> values.put(key.toString(), Rational.of(value)));

    Map<String, Rational> fractional = Ranking.rank(values, Method.FRACTIONAL, direction);
    Map<String, Rational> competition = Ranking.rank(values, Method.COMPETITION, direction);
    Map<String, Rational> dense = Ranking.rank(values, Method.DENSE, direction);

    long n = values.size();
    assertThat(fractional.values().stream().reduce(Rational.ZERO, Rational::add))
        .isEqualTo(Rational.of(n * (n + 1), 2));
    assertThat(List.copyOf(competition.keySet()))
        .isEqualTo(List.copyOf(dense.keySet()))
        .isEqualTo(List.copyOf(fractional.keySet()));
    values.forEach(
        (key, value) -> {
          long better =
              values.values().stream().filter(other -> isBetter(other, value, direction)).count();
          long levels =
              values.values().stream()
                  .filter(other -> isBetter(other, value, direction))
                  .distinct()
                  .count();
          assertThat(competition).containsEntry(key, Rational.of(better + 1));
          assertThat(dense).containsEntry(key, Rational.of(levels + 1));
        });
  }

  private static boolean isBetter(Rational a, Rational b, Direction direction) {
    return direction == Direction.HIGHEST_FIRST ? a.compareTo(b) > 0 : a.compareTo(b) < 0;
  }

  private static List<String> ranks(Method method) {
    return Ranking.rank(VENTURES, method, Direction.HIGHEST_FIRST).values().stream()
        .map(Rational::exactText)
        .toList();
  }
}
