package org.kuroshio.indicators.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactSumTest {

  record Part(long numerator, long denominator) {}

  @Property
  void shouldBeAsBeforeAfterAddingAndTakingBack(
      @ForAll("parts") List<Part> before, @ForAll("parts") List<Part> more, @ForAll Random random) {
    ExactSum sum = sumOf(before);
    String state = sum.toString();
    List<Part> changes = new ArrayList<>(more);
    more.forEach(part -> changes.add(new Part(-part.numerator(), part.denominator())));
    Collections.shuffle(changes, random);

    changes.forEach(part -> sum.add(part.numerator(), part.denominator()));
    assertThat(sum).hasToString(state);

    sum.add(sumOf(more));
    sum.subtract(sumOf(more));
    assertThat(sum).hasToString(state);
  }

  @Property
  void shouldMergeInAnyOrder(
      @ForAll("parts") List<Part> a, @ForAll("parts") List<Part> b, @ForAll("parts") List<Part> c) {
    ExactSum left = sumOf(a);
    left.add(sumOf(b));
    left.add(sumOf(c));

    ExactSum right = sumOf(c);
    ExactSum inner = sumOf(b);
    inner.add(sumOf(a));
    right.add(inner);

    List<Part> all = new ArrayList<>(a);
    all.addAll(b);
    all.addAll(c);
    assertThat(left).hasToString(right.toString()).hasToString(sumOf(all).toString());
  }

  @Property
  void shouldReadAsTheSumOfItsParts(@ForAll("parts") List<Part> parts) {
    Rational expected =
        parts.stream()
            .map(part -> Rational.of(part.numerator(), part.denominator()))
            .reduce(Rational.ZERO, Rational::add);

    ExactSum sum = sumOf(parts);

    assertThat(sum.toRational()).isEqualTo(expected);
    assertThat(sum.isZero()).isEqualTo(expected.isZero());
    for (int i = 0; i < sum.size(); i++) {
      assertThat(sum.numeratorAt(i)).isNotZero();
      assertThat(i == 0 || sum.denominatorAt(i - 1) < sum.denominatorAt(i)).isTrue();
    }
  }

  @Test
  void shouldBeZeroWhereItsPartsAreNot() {
    ExactSum sum = sumOf(List.of(new Part(1, 2), new Part(1, 3), new Part(1, 6), new Part(-1, 1)));

    assertThat(sum.size()).isEqualTo(4);
    assertThat(sum.isZero()).isTrue();
    assertThat(sum.toRational()).isEqualTo(Rational.ZERO);
  }

  @Test
  void shouldStayAsItWasWhenItOverflows() {
    ExactSum sum = sumOf(List.of(new Part(1, 1), new Part(Long.MAX_VALUE, 3)));
    ExactSum other = sumOf(List.of(new Part(5, 1), new Part(2, 3)));
    String state = sum.toString();

    assertThatThrownBy(() -> sum.add(2, 3)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> sum.add(other)).isInstanceOf(ArithmeticException.class);

    assertThat(sum).hasToString(state);
  }

  @Test
  void shouldNotFollowItsCopy() {
    ExactSum sum = sumOf(List.of(new Part(1, 4)));

    sum.copy().add(1, 4);

    assertThat(sum.toRational()).isEqualTo(Rational.of(1, 4));
  }

  @Test
  void shouldRefuseDenominatorBelowOne() {
    assertThatThrownBy(() -> new ExactSum().add(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  private static ExactSum sumOf(List<Part> parts) {
    ExactSum sum = new ExactSum();
    parts.forEach(part -> sum.add(part.numerator(), part.denominator()));
    return sum;
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    Arbitrary<Long> numerators =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-12, 12), Arbitraries.longs().between(-1L << 55, 1L << 55));
    Arbitrary<Long> denominators =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 12), Arbitraries.longs().between(1, 1L << 40));
    return Combinators.combine(numerators, denominators).as(Part::new).list().ofMaxSize(12);
  }
}
