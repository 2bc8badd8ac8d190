package org.kuroshio.indicators.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

  @ParameterizedTest
  @CsvSource({
    "744/1773, 248/591, 0.419627749577",
    "428/744, 107/186, 0.575268817204",
    "-6/8, -3/4, -0.75",
    "0/7, 0, 0",
    "1000000, 1000000, 1000000",
    "0.250, 1/4, 0.25",
    "1/3000000000000, 1/3000000000000, 0.000000000000333333333333",
    "1234567890125/10, 246913578025/2, 123456789012",
    "1234567890135/10, 246913578027/2, 123456789014",
    "1234567890123456, 1234567890123456, 1234567890120000",
  })
  void shouldPrintInLowestTermsAndInTwelveDigits(String written, String exact, String decimal) {
    Rational number = Rational.parse(written);

    assertThat(number.exactText()).isEqualTo(exact);
    assertThat(number.decimalText()).isEqualTo(decimal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " 1", "1e3", "1/-2", "1.5/2", ".5", "5.", "0x1", "1,000", "NaN"})
  void shouldRefuseOtherSpellings(String text) {
    assertThatThrownBy(() -> Rational.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("3/4");
  }

  @Test
  void shouldRefuseDivisionByZero() {
    assertThatThrownBy(() -> Rational.ONE.divide(Rational.ZERO))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("1 divided by zero");
    assertThatThrownBy(() -> Rational.of(3, 0)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rational.parse("3/0")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void shouldRefuseDecimalThatWouldFillTheMemory() {
    assertThatThrownBy(() -> Rational.of(new BigDecimal("1e2000000000")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-2000000000");
  }

  @Property
  void shouldCalculateAsBigFractionsDo(
      @ForAll("numbers") Rational a, @ForAll("numbers") Rational b) {
    BigInteger cross = a.numerator().multiply(b.denominator());
    BigInteger other = b.numerator().multiply(a.denominator());
    BigInteger product = a.denominator().multiply(b.denominator());

    assertThat(a.add(b)).isEqualTo(Rational.of(cross.add(other), product));
    assertThat(a.subtract(b)).isEqualTo(Rational.of(cross.subtract(other), product));
    assertThat(a.multiply(b))
        .isEqualTo(Rational.of(a.numerator().multiply(b.numerator()), product));
    assertThat(a.compareTo(b)).isEqualTo(cross.compareTo(other));
    assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
    if (!b.isZero()) {
      assertThat(a.divide(b).multiply(b)).isEqualTo(a).hasSameHashCodeAs(a);
    }
  }

  @Property
  void shouldReadBackWhatItWrites(@ForAll("numbers") Rational number) {
    assertThat(Rational.parse(number.exactText())).isEqualTo(number);
    assertThat(number.denominator()).isPositive();
    assertThat(number.numerator().gcd(number.denominator())).isEqualTo(BigInteger.ONE);
    assertThat(number.doubleValue())
        .isEqualTo(
            new BigDecimal(number.numerator())
                .divide(
                    new BigDecimal(number.denominator()),
                    // as documented: fewer digits fall on the other side of a tie of doubles
                    new MathContext(40, RoundingMode.HALF_EVEN))
                .doubleValue());
    assertThat(new BigDecimal(number.decimalText()))
        .isEqualByComparingTo(
            new BigDecimal(number.numerator())
                .divide(
                    new BigDecimal(number.denominator()),
                    new MathContext(12, RoundingMode.HALF_EVEN)));
  }

  /** Small numbers, and those around the limits of an int and a long, where the fast path ends. */
  @Provide
  Arbitrary<Rational> numbers() {
    Arbitrary<Long> parts =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-50, 50),
            Arbitraries.longs(),
            Arbitraries.of(
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                Long.MAX_VALUE,
                (long) Integer.MAX_VALUE,
                Integer.MAX_VALUE + 1L,
                (long) Integer.MIN_VALUE));
    return Combinators.combine(parts, parts.filter(part -> part != 0)).as(Rational::of);
  }
}
