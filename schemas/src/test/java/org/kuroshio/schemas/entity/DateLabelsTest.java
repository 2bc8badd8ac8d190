package org.kuroshio.schemas.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kuroshio.schemas.event.DateInterval;

class DateLabelsTest {
  @ParameterizedTest
  @CsvSource({
    "2006, JP, 2006-01-01, 2006-12-31",
    "2006-04, JP, 2006-04-01, 2006-04-30",
    "2008-02, JP, 2008-02-01, 2008-02-29",
    "2006-04-01, JP, 2006-04-01, 2006-04-01",
    "2021-Q3, JP, 2021-07-01, 2021-09-30",
    "2008/2012, JP, 2008-01-01, 2012-12-31",
    "2008-04/2012-03-30, JP, 2008-04-01, 2012-03-30",
    "FY2007, JP, 2007-04-01, 2008-03-31",
    "FY2007, US, 2006-10-01, 2007-09-30",
    "FY2007, CN, 2007-01-01, 2007-12-31",
    "FY2007/FY2009, JP, 2007-04-01, 2010-03-31"
  })
  void shouldMeanTheseDays(String label, String country, LocalDate from, LocalDate to) {
    DateInterval interval = DateLabels.parse(label, FiscalCalendar.ofCountry(country));

    assertThat(interval).isEqualTo(new DateInterval(from, to, label));
  }

  @Property
  void shouldReadItsOwnLabels(
      @ForAll @IntRange(min = -50000, max = 50000) int first,
      @ForAll @IntRange(max = 800) int days) {
    LocalDate from = LocalDate.ofEpochDay(first);
    LocalDate to = from.plusDays(days);

    DateInterval read = DateLabels.parse(DateLabels.label(from, to), Optional.empty());

    assertThat(read.getFrom()).isEqualTo(from);
    assertThat(read.getTo()).isEqualTo(to);
  }

  @Property
  void shouldPartTimeIntoFiscalYearsWithoutGaps(
      @ForAll @IntRange(min = 1000, max = 9000) int year) {
    for (FiscalCalendar calendar :
        new FiscalCalendar[] {FiscalCalendar.JP, FiscalCalendar.US, FiscalCalendar.CN}) {
      assertThat(calendar.lastDay(year).plusDays(1)).isEqualTo(calendar.firstDay(year + 1));
    }
  }
}
