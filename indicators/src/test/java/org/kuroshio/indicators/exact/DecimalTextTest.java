package org.kuroshio.indicators.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.0, 0",
    "1e22, 10000000000000000000000",
    "1e-7, 0.0000001",
    "3.14159265358979, 3.14159265359",
    "0.22420000000000001, 0.2242",
  })
  void shouldPrintPlainly(double value, String text) {
    assertThat(DecimalText.of(value)).isEqualTo(text);
  }

  @Test
  void shouldRoundTheExactValueOfTheDoubleHalfToEven() {
    assertThat(DecimalText.of(1234567890125d / 10)).isEqualTo("123456789012");
    assertThat(DecimalText.of(1234567890135d / 10)).isEqualTo("123456789014");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldRefuseWhatIsNoNumber(double value) {
    assertThatThrownBy(() -> DecimalText.of(value))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining(Double.toString(value));
  }
}
