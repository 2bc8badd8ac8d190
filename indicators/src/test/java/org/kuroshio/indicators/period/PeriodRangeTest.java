package org.kuroshio.indicators.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodRangeTest {

  @Test
  void shouldListPeriodsAndRangesInTheOrderAskedForEachOnce() {
    assertThat(PeriodRange.parse("2021-07-15, 2021-07-14,2021-11..2022-01,2021-12", null))
        .extracting(Period::label)
        .containsExactly("2021-07-15", "2021-07-14", "2021-11", "2021-12", "2022-01");
    assertThat(PeriodRange.parse("FY2007..FY2009", FiscalCalendar.JAPAN)).hasSize(3);
    assertThat(PeriodRange.parse("TD", null)).containsExactly(Period.TO_DATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2021-07..2021-06 | 2021-06..2021-07",
        "2021-07..2021 | one type",
        "1900-01-01..2021-01-01 | more than 4000 periods",
        "2021-07,,2021-08 | '' is not a period",
        "2021-07..  | '' is not a period",
        "FY2007..FY2009 | no fiscal calendar",
      })
  void shouldRefuseAndSayWhatWouldBeRight(String text, String hint) {
    assertThatThrownBy(() -> PeriodRange.parse(text, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(hint);
  }
}
