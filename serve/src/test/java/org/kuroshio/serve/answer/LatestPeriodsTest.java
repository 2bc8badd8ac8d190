package org.kuroshio.serve.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.period.FiscalCalendar;
import org.kuroshio.indicators.period.PeriodType;

class LatestPeriodsTest {
  @Test
  void shouldTakeTheLatestThatHasBegunOfEachType() {
    Map<PeriodType, String> latest =
        LatestPeriods.byType(
            List.of("FY2007", "FY2008", "FY2009", "2008-12", "2009-01", "unallocated:M", "TD"),
            FiscalCalendar.JAPAN,
            LocalDate.of(2009, 1, 31));

    assertThat(latest)
        .isEqualTo(Map.of(PeriodType.FY, "FY2008", PeriodType.M, "2009-01", PeriodType.TD, "TD"));
    assertThat(LatestPeriods.one(latest)).contains("2009-01");
    assertThat(LatestPeriods.one(Map.of())).isEmpty();
  }
}
