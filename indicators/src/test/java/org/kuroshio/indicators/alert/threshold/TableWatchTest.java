package org.kuroshio.indicators.alert.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.rule.RuleReader;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.Status;

class TableWatchTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final Regions REGIONS = Regions.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String COMMON =
      """
        - id: my.rule
          severity: warning
          titles: { en: Mine }
          description: Why.
          message: { en: "{name} {value}" }
      """;

  private final Conditions conditions = new Conditions();
  private WatchedCells cells;
  private TableWatch watch;
  private Instant now = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void shouldRingOnceUntilItIsArmedAgain() {
    watch(
        """
          test: level
          indicator: venture.stock
          group: JP-KANTO11
          period: current FY
          above: 100
          rearm: 95
        """);

    for (String value : List.of("99", "100", "97", "101", "94", "100")) {
      cell("venture.stock", "", "JP-14", "FY2026", value, Status.PROVISIONAL);
      cut();
    }

    assertThat(said()).containsExactly("+", "-RECOVERED", "+");
  }

  @Test
  void shouldCallItCorrectedWhereThePeriodIsOver() {
    watch(
        """
          test: level
          indicator: venture.stock
          group: JP-KANTO11
          period: FY2007
          above: 100
        """);

    cell("venture.stock", "", "JP-14", "FY2007", "131", Status.NORMAL);
    cut();
    cell("venture.stock", "", "JP-14", "FY2007", "13", Status.NORMAL);
    cut();

    assertThat(said()).containsExactly("+", "-CORRECTED");
  }

  @Test
  void shouldExpireWithItsPeriod() {
    watch(
        """
          test: level
          indicator: venture.stock
          group: JP-KANTO11
          period: current FY
          above: 100
        """);

    cell("venture.stock", "", "JP-14", "FY2026", "131", Status.PROVISIONAL);
    cut();
    cut(LocalDate.of(2027, 4, 1));

    assertThat(said()).containsExactly("+", "-EXPIRED");
  }

  @Test
  void shouldCompareWithThePeriodBefore() {
    watch(
        """
          test: change
          indicator: venture.stock
          group: JP-KANTO11
          period: current FY
          falls: 10 %
        """);

    cell("venture.stock", "", "JP-14", "FY2025", "100", Status.NORMAL);
    cell("venture.stock", "", "JP-14", "FY2026", "91", Status.PROVISIONAL);
    cut();
    cell("venture.stock", "", "JP-14", "FY2026", "90", Status.PROVISIONAL);
    cut();

    assertThat(said()).containsExactly("+");
  }

  @Test
  void shouldTellWhoEntersAndLeavesTheFirstOnceRanksHaveSettled() {
    watch(
        """
          test: rank
          indicator: venture.rank
          group: JP-KANTO11
          period: FY2007
          top: 5
          settle: PT10S
          keep: P7D
        """);

    rank("JP-11", "5");
    rank("JP-12", "6");
    cut();
    pass(Duration.ofSeconds(9));
    rank("JP-12", "4");
    cut();
    rank("JP-12", "6");
    cut();
    pass(Duration.ofSeconds(10));
    assertThat(said()).isEmpty();
    rank("JP-11", "6");
    rank("JP-12", "5");
    cut();
    pass(Duration.ofSeconds(10));

    assertThat(conditions.raised())
        .extracting(c -> c.getLabels().get("region") + " " + c.getValues().get("moved"))
        .containsExactlyInAnyOrder("JP-11 left", "JP-12 entered");
    pass(Duration.ofDays(7));
    assertThat(conditions.raised()).isEmpty();
  }

  @Test
  void shouldTellHowFarAShareHasMovedSinceItWasTold() {
    watch(
        """
          test: share-moved
          indicator: venture.share_of_country
          group: JP
          regions: JP-KANTO11
          period: FY2007
          by: 1 %
          settle: PT1S
          keep: P7D
        """);

    for (String share : List.of("0.41", "0.415", "0.42", "0.425")) {
      cell("venture.share_of_country", "JP", "JP-KANTO11", "FY2007", share, Status.NORMAL);
      cut();
      pass(Duration.ofSeconds(1));
    }

    assertThat(conditions.raised())
        .singleElement()
        .satisfies(
            c ->
                assertThat(c.getValues())
                    .containsEntry("moved", "+0.01")
                    .containsEntry("before", "0.41"));
  }

  @Test
  void shouldFindRowsThatDoNotAddUp() {
    watch(
        """
          test: conserved
          indicator: venture.stock
          group: JP
        """);

    cell("venture.stock", "", "JP-13", "FY2007", "428", Status.NORMAL);
    cell("venture.stock", "", "JP-ZZ", "FY2007", "2", Status.NORMAL);
    cell("venture.stock", "", "unallocated:JP-KANTO11", "FY2007", "1", Status.NORMAL);
    cell("venture.stock", "", "JP", "FY2007", "431", Status.NORMAL);
    cut();
    assertThat(said()).isEmpty();
    cell("venture.stock", "", "JP", "FY2007", "432", Status.NORMAL);
    cut();
    cell("venture.stock", "", "JP", "FY2007", "431", Status.NORMAL);
    cut();

    assertThat(said()).containsExactly("+", "-CORRECTED");
  }

  @Test
  void shouldFindAPartThatIsMoreThanItsWhole() {
    watch(
        """
          test: part-of
          part: venture.core_stock
          whole: venture.stock
          group: JP
        """);

    cell("venture.stock", "", "JP-10", "FY2007", "11", Status.NORMAL);
    cell("venture.core_stock", "", "JP-10", "FY2007", "11", Status.NORMAL);
    cut();
    assertThat(said()).isEmpty();
    cell("venture.core_stock", "", "JP-10", "FY2007", "12", Status.NORMAL);
    cut();

    assertThat(said()).containsExactly("+");
  }

  private void watch(String test) {
    String text = "rules:\n" + COMMON + test.indent(2);
    RuleSet rules =
        new RuleSet(
            new RuleReader(ThresholdTests.kinds(CATALOGUE, REGIONS)).read("test.yaml", text));
    cells = new WatchedCells(rules.of(CellTest.class), rules.of(MoveTest.class));
    watch = new TableWatch(rules.of(CellTest.class), rules.of(MoveTest.class), cells, conditions);
    cut();
    watch.tick(now);
  }

  private void rank(String region, String rank) {
    IndicatorValue value = value("venture.rank", "JP-KANTO11", region, "FY2007", rank);
    value.setRank(rank);
    put(value);
  }

  private void cell(
      String indicator, String group, String region, String period, String value, Status status) {
    IndicatorValue cell = value(indicator, group, region, period, value);
    cell.setStatus(status);
    put(cell);
  }

  private void put(IndicatorValue value) {
    cells.apply(org.kuroshio.indicators.table.CellChange.key(value), value);
  }

  private static IndicatorValue value(
      String indicator, String group, String region, String period, String value) {
    return IndicatorValue.newBuilder()
        .setIndicator(indicator)
        .setVersion(1)
        .setGroup(group)
        .setRegion(region)
        .setPeriod(period)
        .setBreakdown("")
        .setUnit(CATALOGUE.get(indicator).unit())
        .setValue(value)
        .setExact(value)
        .setStatus(Status.NORMAL)
        .setCut("")
        .setUpdatedAt(Instant.EPOCH)
        .build();
  }

  private void cut() {
    cut(DAY);
  }

  private void cut(LocalDate asOf) {
    cells.apply(
        Cut.newBuilder()
            .setCut("0")
            .setSequence(1)
            .setAsOf(asOf)
            .setAt(now)
            .setOffsets(List.of())
            .setCount(0)
            .build());
    watch.cut(now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
    watch.tick(now);
  }

  private List<String> said() {
    return conditions.drain().stream()
        .filter(c -> c.getRaised() || c.getReason() != null)
        .map(c -> c.getRaised() ? "+" : "-" + c.getReason())
        .toList();
  }
}
