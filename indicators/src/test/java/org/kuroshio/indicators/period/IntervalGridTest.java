package org.kuroshio.indicators.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kuroshio.indicators.period.PeriodType.CY;
import static org.kuroshio.indicators.period.PeriodType.D;
import static org.kuroshio.indicators.period.PeriodType.FY;
import static org.kuroshio.indicators.period.PeriodType.M;
import static org.kuroshio.indicators.period.PeriodType.Q;
import static org.kuroshio.indicators.period.PeriodType.TD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class IntervalGridTest {

  private static final FiscalCalendar JULY = new FiscalCalendar(7, FiscalCalendar.YearLabel.END);
  private static final FiscalCalendar MAY = new FiscalCalendar(5, FiscalCalendar.YearLabel.START);
  private static final List<List<FiscalCalendar>> CALENDARS =
      List.of(
          List.of(FiscalCalendar.JAPAN),
          List.of(FiscalCalendar.JAPAN, FiscalCalendar.UNITED_STATES, FiscalCalendar.CALENDAR),
          List.of(JULY),
          List.of(MAY, FiscalCalendar.JAPAN));

  @Test
  void shouldUseTheCoarsestGridThatTheDeclaredPeriodsAllow() {
    assertThat(snapped(Set.of(D, M), "2021-07-14", "2021-07-14"))
        .isEqualTo("2021-07-14..2021-07-14");
    assertThat(snapped(Set.of(D, CY), "2021-07-14", "2021-08-02"))
        .isEqualTo("2021-07-01..2021-08-31");
    assertThat(snapped(Set.of(M, Q, CY, FY, TD), "2021-07-14", "2021-07-14"))
        .isEqualTo("2021-07-01..2021-07-31");
    assertThat(snapped(Set.of(Q, CY, FY), "2021-07-14", "2021-07-14"))
        .isEqualTo("2021-07-01..2021-09-30");
    assertThat(snapped(Set.of(CY, FY), "2021-01-01", "2021-03-31"))
        .isEqualTo("2021-01-01..2021-03-31");
    assertThat(snapped(Set.of(CY, TD), "2021-07-14", "2022-01-01"))
        .isEqualTo("2021-01-01..2022-12-31");
    assertThat(snapped(Set.of(FY, TD), "2021-03-31", "2021-03-31"))
        .isEqualTo("2020-10-01..2021-03-31");
    assertThat(IntervalGrid.of(Set.of(TD)).snap(0, 400)).isEqualTo(DayInterval.ALWAYS);
    assertThat(IntervalGrid.of(Set.of(FY), FiscalCalendar.JAPAN))
        .hasToString("12 months from month 4");
    assertThat(IntervalGrid.of(Set.of(CY, FY), JULY)).hasToString("6 months from month 1");
  }

  @Property
  void shouldChangeNoContainmentInAnyDeclaredPeriod(
      @ForAll @NotEmpty Set<PeriodType> declared,
      @ForAll @IntRange(min = 0, max = 3) int choice,
      @ForAll @IntRange(min = -40_000, max = 40_000) int from,
      @ForAll @IntRange(min = 0, max = 800) int length) {
    List<FiscalCalendar> calendars = CALENDARS.get(choice);
    int to = from + length;

    DayInterval snapped =
        IntervalGrid.of(declared, calendars.toArray(FiscalCalendar[]::new)).snap(from, to);

    assertThat(snapped.fromDay()).isLessThanOrEqualTo(from);
    assertThat(snapped.toDay()).isGreaterThanOrEqualTo(to);
    for (PeriodType type : declared) {
      for (FiscalCalendar calendar : calendars) {
        Optional<Period> before = Period.containing(type, from, to, calendar);
        assertThat(Period.containing(type, snapped.fromDay(), snapped.toDay(), calendar))
            .isEqualTo(before);
        if (type != D && type != TD) {
          touchesTheSame(type, from, snapped.fromDay(), calendar);
          touchesTheSame(type, to, snapped.toDay(), calendar);
        }
      }
    }
  }

  private static void touchesTheSame(
      PeriodType type, int day, int snappedDay, FiscalCalendar calendar) {
    assertThat(Period.containing(type, snappedDay, snappedDay, calendar))
        .isEqualTo(Period.containing(type, day, day, calendar));
  }

  @Property
  void shouldChangeNothingTheSecondTime(
      @ForAll @NotEmpty Set<PeriodType> declared,
      @ForAll int from,
      @ForAll @IntRange(min = 0, max = 800) int length) {
    IntervalGrid grid = IntervalGrid.of(declared, FiscalCalendar.JAPAN);
    DayInterval once = grid.snap(from, Math.max(from, from + length));

    assertThat(grid.snap(once.fromDay(), once.toDay())).isEqualTo(once);
  }

  @Test
  void shouldRefuseDeclarationsWithoutPeriodsOrCalendar() {
    assertThatThrownBy(() -> IntervalGrid.of(Set.of())).hasMessageContaining("no period type");
    assertThatThrownBy(() -> IntervalGrid.of(Set.of(FY))).hasMessageContaining("fiscal calendar");
  }

  private static String snapped(Set<PeriodType> declared, String from, String to) {
    DayInterval snapped =
        IntervalGrid.of(declared, FiscalCalendar.JAPAN, FiscalCalendar.UNITED_STATES)
            .snap((int) LocalDate.parse(from).toEpochDay(), (int) LocalDate.parse(to).toEpochDay());
    return LocalDate.ofEpochDay(snapped.fromDay()) + ".." + LocalDate.ofEpochDay(snapped.toDay());
  }
}
