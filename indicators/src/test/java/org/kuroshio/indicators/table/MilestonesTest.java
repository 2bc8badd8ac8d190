package org.kuroshio.indicators.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.schemas.fixture.Dates;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Parties;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.MilestoneStatus;

class MilestonesTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final String OPEN = "program.milestone.open";
  private static final LocalDate DAY = LocalDate.of(2012, 6, 30);

  private final List<SpecificRecord> events =
      List.of(
          milestone("on-time", "2010-05-31", "2010-05-31", "2010-05-20"),
          milestone("late", "2010-06-30", "2010-06-30", "2011-01-31"),
          milestone("rescheduled", "2010-07-31", "2012-07-31", null),
          milestone("overdue", "2011-03-01", "2011-03-01", null),
          milestone("far", "2030-01-01", "2030-01-01", null));

  @Test
  void shouldPartWhatIsPlannedIntoReachedOverdueAndUpcoming() {
    Tables tables = tables();

    assertThat(states(tables, "2010")).isEqualTo("1 + 1 + 3 = 5");
    assertThat(states(tables, "2011")).isEqualTo("2 + 1 + 2 = 5");
    assertThat(states(tables, "2012"))
        .isEqualTo("2 PROVISIONAL + 1 PROVISIONAL + 2 PROVISIONAL = 5 PROVISIONAL");
    assertThat(states(tables, "2010-05")).isEqualTo("1 + 0 + 4 = 5");
  }

  @Test
  void shouldBeginWithThePeriodBeforeTheFirstChange() {
    Tables tables = tables();

    assertThat(states(tables, "2009")).isEqualTo("0 + 0 + 5 = 5");
    assertThat(states(tables, "2008")).isEqualTo("MISSING + MISSING + MISSING = MISSING");
    assertThat(states(tables, "2010-04")).isEqualTo("0 + 0 + 5 = 5");
    assertThat(states(tables, "2010-03")).isEqualTo("MISSING + MISSING + MISSING = MISSING");
  }

  @Test
  void shouldTellAnEarlierBeginningToEveryRegion() {
    Tables tables = tables();
    tables.send(
        Events.of("early", milestone("early", "2005-02-01", "2005-02-01", null, "JP-27")).build());
    tables.cut(DAY);

    assertThat(states(tables, "2004")).isEqualTo("0 + 0 + 5 = 5");
    tables.send(
        Events.of("early", milestone("early", "2005-02-01", "2005-02-01", null, "JP-27"))
            .version(1)
            .withdrawn()
            .build());
    tables.cut(DAY);
    assertThat(tables.lines()).isEqualTo(tables().lines());
  }

  @Test
  void shouldForgetACancelledMilestone() {
    Tables tables = tables();
    Milestone cancelled = milestone("overdue", "2011-03-01", "2011-03-01", null, "JP-13");
    cancelled.setStatus(MilestoneStatus.CANCELLED);
    tables.send(Events.of("overdue", cancelled).version(1).build());
    tables.cut(DAY);

    assertThat(states(tables, "2011")).isEqualTo("2 + 0 + 2 = 4");
  }

  @Test
  void shouldNotRaiseTheOnTimeRateByReschedules() {
    Tables tables = tables();
    String rate = "program.milestone.on_time_rate";

    assertThat(tables.cell(rate, "JP-13", "2010").getExact()).isEqualTo("1/3");
    assertThat(tables.cell(rate, "JP-13", "2011").getExact()).isEqualTo("1/4");
    // what is due in 2030 is not due yet
    assertThat(tables.cell(rate, "JP-13", "TD").getExact()).isEqualTo("1/4");
    assertThat(tables.show(rate, "JP-27", "2011")).isEqualTo("MISSING");
  }

  @Test
  void shouldCountOpenMilestonesToTheEndOfThePeriodInTheMedianSlip() {
    Tables tables = tables();
    String slip = "program.milestone.slip_days";

    // -11, 215 and, from 2010-07-31 to the end of 2010, 153
    assertThat(tables.show(slip, "JP-13", "2010")).isEqualTo("153");
    // -11, 215, 518, 305
    assertThat(tables.show(slip, "JP-13", "2011")).isEqualTo("260");
    assertThat(tables.show(slip, "JP-13", "FY2009")).isEqualTo("MISSING");
  }

  private Tables tables() {
    Tables tables = Tables.of(CATALOGUE, 1);
    events.forEach(tables::send);
    tables.cut(DAY);
    return tables;
  }

  private static String states(Tables tables, String period) {
    return String.join(
            " + ",
            tables.show(OPEN, "JP-13", period, "state=reached"),
            tables.show(OPEN, "JP-13", period, "state=overdue"),
            tables.show(OPEN, "JP-13", period, "state=upcoming"))
        + " = "
        + tables.show(OPEN, "JP-13", period);
  }

  private static SpecificRecord milestone(
      String id, String dueOriginal, String due, String reached) {
    return Events.of(id, milestone(id, dueOriginal, due, reached, "JP-13")).build();
  }

  private static Milestone milestone(
      String id, String dueOriginal, String due, String reached, String region) {
    return Milestone.newBuilder()
        .setMilestoneId(id)
        .setProjectId("p")
        .setDueOriginal(Dates.on(dueOriginal))
        .setDue(Dates.on(due))
        .setReachedOn(reached == null ? null : Dates.on(reached))
        .setStatus(reached == null ? MilestoneStatus.PLANNED : MilestoneStatus.REACHED)
        .setParties(List.of(Parties.lead(region)))
        .build();
  }
}
