package org.kuroshio.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;
import org.kuroshio.standalone.simulation.Occurrence;
import org.kuroshio.standalone.simulation.SimulationState;

class SummaryTest {
  private final IndicatorTable tables = new IndicatorTable();
  private final Headlines headlines = new Headlines(tables);

  @Test
  void shouldSayWhatIsThereInOneLine() {
    // Given
    cell("venture.stock", "FY2007", "JP-KANTO11", "744");
    cell("venture.share_of_country", "FY2007", "JP-KANTO11", "0.419627749577");
    cell("venture.stock", "2026-11", "JP", "1892");
    cell("venture.stock", "2026-11", "JP-KANTO11", "853");
    cell("venture.stock", "2026-11", "JP-13", "486");
    cut();
    SimulationState simulation =
        new SimulationState(
            1445,
            LocalDate.of(2008, 8, 13),
            Map.of(Occurrence.FOUNDING, 1167L, Occurrence.MOVE, 33L, Occurrence.GRANT, 4L));

    // When
    String line =
        Summary.line(
            headlines,
            Optional.of(simulation),
            Optional.of(Duration.ofMillis(2040)),
            AlertLine.of(Map.of("reported.differs", 2L), Map.of("milestone.overdue", 1_017L)));

    // Then
    assertThat(line)
        .isEqualTo(
            "1,445 simulated events to 2008-08-13, 1,167 foundings, 33 moves"
                + " | cut 00000000000000ab (#7), 2.0 s behind"
                + " | ventures FY2007 JP-KANTO11 744, 41.96 % of JP"
                + " | now JP 1,892, JP-KANTO11 853, JP-13 486"
                + " | alerts 2 open (2 reported.differs), 1,017 resolved");
    assertThat(Summary.total(simulation))
        .isEqualTo("1,445 simulated events to 2008-08-13, 1,167 foundings, 33 moves, 4 grants");
  }

  @Test
  void shouldLeaveOutWhatIsNotThereYet() {
    assertThat(
            Summary.line(
                headlines, Optional.empty(), Optional.empty(), AlertLine.of(Map.of(), Map.of())))
        .isEqualTo(
            "no cut | ventures FY2007 JP-KANTO11 -, - of JP | now JP -, JP-KANTO11 -, JP-13 - |"
                + " alerts 0 open, 0 resolved");
  }

  private void cell(String indicator, String period, String region, String value) {
    IndicatorValue cell =
        IndicatorValue.newBuilder()
            .setIndicator(indicator)
            .setVersion(1)
            .setGroup("")
            .setRegion(region)
            .setPeriod(period)
            .setBreakdown("")
            .setUnit("firms")
            .setValue(value)
            .setStatus(Status.NORMAL)
            .setCut("")
            .setUpdatedAt(Instant.EPOCH)
            .build();
    tables.apply(indicator + period + region, cell);
  }

  private void cut() {
    tables.apply(
        Cut.newBuilder()
            .setCut("00000000000000ab")
            .setSequence(7)
            .setAsOf(LocalDate.of(2026, 11, 23))
            .setAt(Instant.EPOCH)
            .setOffsets(List.of())
            .setCount(5)
            .build());
  }
}
