package org.kuroshio.indicators.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  private static final FiscalCalendar[] CALENDARS = {
    FiscalCalendar.JAPAN,
    FiscalCalendar.UNITED_STATES,
    FiscalCalendar.CALENDAR,
    new FiscalCalendar(7, FiscalCalendar.YearLabel.END),
  };

  @ParameterizedTest
  @CsvSource({
    "2021-07-14, D, 2021-07-14, 2021-07-14",
    "2024-02, M, 2024-02-01, 2024-02-29",
    "2021-Q3, Q, 2021-07-01, 2021-09-30",
    "2021, CY, 2021-01-01, 2021-12-31",
    "FY2007, FY, 2007-04-01, 2008-03-31",
  })
  void shouldReadLabelsWithTheJapaneseCalendar(
      String label, PeriodType type, LocalDate first, LocalDate last) {
    Period period = Period.parse(label, FiscalCalendar.JAPAN);

    assertThat(period.type()).isEqualTo(type);
    assertThat(period.start()).isEqualTo(first);
    assertThat(period.end()).isEqualTo(last);
    assertThat(period).hasToString(label);
  }

  @Test
  void shouldCallFiscalYearsAsTheCountryDoes() {
    assertThat(Period.parse("FY2017", FiscalCalendar.UNITED_STATES).start())
        .isEqualTo("2016-10-01");
    assertThat(Period.parse("FY2017", FiscalCalendar.CALENDAR).start()).isEqualTo("2017-01-01");
    assertThat(Period.parse("FY2017", FiscalCalendar.JAPAN).next().label()).isEqualTo("FY2018");
    assertThat(Period.parse("FY2017", FiscalCalendar.UNITED_STATES).previous())
        .isEqualTo(Period.parse("FY2016", FiscalCalendar.UNITED_STATES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "21",
        "2021-7",
        "2021-13",
        "2021-02-29",
        "2017-13-40",
        "2021-Q5",
        "2021-Q0",
        "0000",
        "FY21",
        "FY2021-04",
        "td",
        "2021-07-14 ",
        "20210714"
      })
  void shouldRefuseOtherLabelsAndListTheForms(String label) {
    assertThatThrownBy(() -> Period.parse(label, FiscalCalendar.JAPAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + label + "'")
        .hasMessageContaining("2021-Q3")
        .hasMessageContaining("FY2007");
  }

  @Test
  void shouldRefuseFiscalYearWhereTheGroupHasNone() {
    assertThatThrownBy(() -> Period.parse("FY2007", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'FY2007'")
        .hasMessageContaining("no fiscal calendar")
        .hasMessageContaining("2007");
  }

  @Property
  void shouldFindThePeriodThatHoldsAnInterval(
      @ForAll @IntRange(min = -100_000, max = 100_000) int from,
      @ForAll @IntRange(min = 0, max = 400) int length,
      @ForAll PeriodType type,
      @ForAll @IntRange(min = 0, max = 3) int calendar) {
    int to = from + length;

    Optional<Period> found = Period.containing(type, from, to, CALENDARS[calendar]);

    Period first = Period.containing(type, from, from, CALENDARS[calendar]).orElseThrow();
    assertThat(found.isPresent()).isEqualTo(first.contains(from, to));
    found.ifPresent(period -> assertThat(period).isEqualTo(first));
    assertThat(Period.parse(first.label(), CALENDARS[calendar])).isEqualTo(first);
    if (type != PeriodType.TD) {
      assertThat(first.next().fromDay()).isEqualTo(first.toDay() + 1);
      assertThat(first.next().previous()).isEqualTo(first);
      assertThat(first.next()).isGreaterThan(first);
    }
  }

  @Test
  void shouldAnswerWithoutFiscalYearAndBeyondTheCalendar() {
    assertThat(Period.containing(PeriodType.FY, 0, 0, null)).isEmpty();
    assertThat(Period.containing(PeriodType.CY, Integer.MIN_VALUE, 0, null)).isEmpty();
    assertThat(Period.containing(PeriodType.CY, Integer.MAX_VALUE, Integer.MAX_VALUE, null))
        .isEmpty();
    assertThat(Period.containing(PeriodType.TD, Integer.MIN_VALUE, Integer.MAX_VALUE, null))
        .contains(Period.TO_DATE);
    assertThatThrownBy(() -> Period.containing(PeriodType.D, 1, 0, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 0");
  }

  @Test
  void shouldOrderByTypeThenByDay() {
    List<Period> ordered =
        Stream.of("2021-07-14", "2021-06", "2021-07", "2020-Q4", "2021", "FY2020", "TD")
            .map(label -> Period.parse(label, FiscalCalendar.JAPAN))
            .toList();

    assertThat(ordered).isSorted();
    assertThatThrownBy(Period.TO_DATE::next).isInstanceOf(IllegalStateException.class);
  }
}
