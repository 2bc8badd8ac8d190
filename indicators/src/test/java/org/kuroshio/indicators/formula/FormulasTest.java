package org.kuroshio.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.exact.DecimalText;
import org.kuroshio.indicators.exact.Rational;

class FormulasTest {

  @Test
  void shouldGiveThePapersConcentration() {
    Rational hhi = Concentration.hhi(RankingTest.VENTURES.values()).orElseThrow();

    assertThat(hhi.decimalText()).startsWith("3740.46");
  }

  @Test
  void shouldHaveNoConcentrationOfNothing() {
    assertThat(Concentration.hhi(List.of())).isEmpty();
    assertThat(Concentration.hhi(List.of(Rational.ZERO))).isEmpty();
    assertThat(Concentration.hhi(List.of(Rational.of(7)))).contains(Rational.of(10_000));
    assertThatThrownBy(() -> Concentration.hhi(List.of(Rational.of(-7))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-7");
  }

  @Test
  void shouldGiveThePapersGrowth() {
    Rational base = Rational.of(221);
    Rational now = Rational.of(744);

    assertThat(Growth.rate(base, now).orElseThrow().decimalText()).startsWith("2.3665");
    assertThat(DecimalText.of(Growth.annual(base, now, Rational.of(6)).orElseThrow()))
        .startsWith("0.2242");
  }

  @Test
  void shouldHaveNoGrowthFromNothing() {
    assertThat(Growth.rate(Rational.ZERO, Rational.ONE)).isEmpty();
    assertThat(Growth.rate(Rational.of(-1), Rational.ONE)).isEmpty();
    assertThat(Growth.annual(Rational.ZERO, Rational.ONE, Rational.ONE)).isEmpty();
    assertThat(Growth.annual(Rational.ONE, Rational.of(-1), Rational.ONE)).isEmpty();
    assertThat(Growth.annual(Rational.ONE, Rational.ZERO, Rational.ONE)).hasValue(-1);
    assertThatThrownBy(() -> Growth.annual(Rational.ONE, Rational.ONE, Rational.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("were 0");
  }

  @Property
  void shouldFindTheMiddleOfTheSortedValues(
      @ForAll @NotEmpty @Size(max = 40) List<@IntRange(min = -9, max = 9) Integer> values) {
    SortedMap<Long, Long> histogram = new TreeMap<>();
    values.forEach(value -> histogram.merge((long) value, 1L, Long::sum));
    List<Integer> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int n = sorted.size();

    assertThat(Median.of(histogram))
        .contains(Rational.of((long) sorted.get((n - 1) / 2) + sorted.get(n / 2), 2));
  }

  @Test
  void shouldHaveNoMiddleOfNothing() {
    assertThat(Median.of(new TreeMap<>())).isEmpty();
    assertThat(Median.of(new TreeMap<>(Map.of(3L, 0L)))).isEmpty();
    assertThat(Median.of(new TreeMap<>(Map.of(Long.MAX_VALUE, 2L))))
        .contains(Rational.of(Long.MAX_VALUE));
    assertThatThrownBy(() -> Median.of(new TreeMap<>(Map.of(3L, -1L))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void shouldRoundSharesSoThatTheySumToOne(
      @ForAll @NotEmpty @Size(max = 60) List<@IntRange(max = 1000) Integer> parts,
      @ForAll @IntRange(max = 6) int decimals) {
    List<Rational> values = parts.stream().map(Rational::of).toList();
    Rational total = values.stream().reduce(Rational.ZERO, Rational::add);
    if (total.isZero()) {
      assertThat(Shares.largestRemainder(values, decimals)).isEmpty();
      return;
    }

    List<BigDecimal> shares = Shares.largestRemainder(values, decimals).orElseThrow();

    assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(BigDecimal.ONE);
    Rational unit = Rational.of(BigDecimal.ONE.movePointLeft(decimals));
    for (int i = 0; i < shares.size(); i++) {
      Rational off = Rational.of(shares.get(i)).subtract(values.get(i).divide(total)).abs();
      assertThat(off).isLessThan(unit);
    }
  }

  @Test
  void shouldGiveTheLackingUnitToTheLargestRemainder() {
    List<Rational> thirds = Collections.nCopies(3, Rational.ONE);

    assertThat(Shares.largestRemainder(thirds, 2).orElseThrow())
        .containsExactly(new BigDecimal("0.34"), new BigDecimal("0.33"), new BigDecimal("0.33"));
  }
}
