package org.kuroshio.indicators.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.kuroshio.indicators.alert.AlertRules;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.reconciliation.FigureBook;
import org.kuroshio.indicators.alert.reconciliation.Reconciler;
import org.kuroshio.indicators.alert.reconciliation.ReportedTest;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.CatalogueFiles;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.indicators.table.Tables;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.fixture.Events;
import org.kuroshio.schemas.fixture.Fixtures;
import org.kuroshio.schemas.fixture.ReportedFigureFixture;
import org.kuroshio.schemas.table.AlertCondition;

/** The paper's two wrong figures, and its two columns that add up to 101. */
class ReconciliationTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped(List.of());
  private static final Regions REGIONS = Regions.shipped();
  private static final Source PARTITION = new Source("innovation.reference", 0);
  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

  private final EntityLedger ledger =
      new EntityLedger(
          new EventProjection(EventStream.REFERENCE, CATALOGUE, REGIONS), Fixtures.ids());
  private final FigureBook figures = new FigureBook();
  private final IndicatorTable table = new IndicatorTable();
  private final Conditions conditions = new Conditions();
  private final List<AlertCondition> said = new ArrayList<>();
  private final Reconciler reconciler =
      new Reconciler(
          new AlertRules(CATALOGUE, REGIONS).with(List.of()).of(ReportedTest.class),
          figures,
          table,
          conditions,
          CATALOGUE,
          REGIONS);

  @Test
  void shouldFindThatOneDigitOfTheTotalWasReplaced() {
    compute();
    publish(stock("F061", "JP-KANTO11", "774"), stock("F064", "JP-13", "428"));

    AlertCondition found = only(raised("reported.differs"));

    assertThat(found.getSubject()).isEqualTo("F061");
    assertThat(found.getValues())
        .containsEntry("reported", "774")
        .containsEntry("computed", "744")
        .containsEntry("gap", "+30")
        .containsEntry("hypothesis1Kind", "digit-replaced")
        .containsEntry("hypothesis1", "one digit replaced: 774 with 7 in place of 4");
    assertThat(found.getCauses()).containsExactly("F061");
  }

  @Test
  void shouldFindWhoseShareThePrintedOneIs() {
    compute();
    publish(
        Events.reportedFigure("F063")
            .indicator("venture.share_of_country", "ratio")
            .of("JP", "JP-KANTO11", "FY2007")
            .valued("0.58", "0.005"));

    AlertCondition found = only(raised("reported.differs"));

    assertThat(found.getValues()).containsEntry("gap", "+0.160372250423");
    assertThat(found.getValues().get("hypothesis1"))
        .contains("venture.share_of_region", "Tokyo", "428/744");
    assertThat(found.getValues().get("hypothesis2"))
        .contains("venture.core_share_of_region", "Tokyo", "340/587");
    assertThat(found.getSummary().get("ja")).contains("428/744").contains("0.58");
  }

  @Test
  void shouldSayThatColumnsAddUpTo101ThroughCorrectRounding() {
    compute();
    for (Table3.Row row : Table3.ROWS) {
      publish(printed("share", "venture.share_of_region", row.region(), row.share()));
      publish(printed("core", "venture.core_share_of_region", row.region(), row.coreShare()));
    }

    List<AlertCondition> found = raised("reported.rounded_sum");

    assertThat(found)
        .extracting(AlertCondition::getSubject)
        .containsExactly(
            "venture.core_share_of_region|JP-KANTO11|FY2007",
            "venture.share_of_region|JP-KANTO11|FY2007");
    assertThat(found)
        .allSatisfy(
            c ->
                assertThat(c.getValues())
                    .containsEntry("reported", "1.01")
                    .containsEntry("computed", "1")
                    .containsEntry("count", "11"));
    assertThat(raised("reported.differs")).isEmpty();
  }

  @Test
  void shouldCallTheAlertCorrectedWhenTheFigureIs() {
    compute();
    publish(stock("F061", "JP-KANTO11", "774"));
    assertThat(raised("reported.differs")).hasSize(1);

    publish(stock("F061", "JP-KANTO11", "744").version(2));

    assertThat(raised("reported.differs")).isEmpty();
    assertThat(said.get(said.size() - 1).getReason()).isEqualTo("CORRECTED");
  }

  @Test
  void shouldSayNothingWhileFiguresAndValuesAreComingIn() {
    compute();
    publish(stock("F061", "JP-KANTO11", "700"));
    reconciler.tick(START);
    publish(stock("F061", "JP-KANTO11", "774").version(2));
    reconciler.tick(START.plusMillis(900));
    reconciler.tick(START.plusMillis(1_800));
    assertThat(conditions.drain()).isEmpty();

    reconciler.tick(START.plusMillis(1_900));

    assertThat(conditions.drain()).hasSize(1);
  }

  @Test
  void shouldWaitForACutThatHoldsWhatWasUnderWay() {
    compute();
    publish(stock("F061", "JP-KANTO11", "774"));
    figures.marker(PARTITION, 1_000);

    assertThat(raised("reported.differs")).isEmpty();
  }

  private static ReportedFigureFixture stock(String id, String region, String value) {
    return Events.reportedFigure(id)
        .indicator("venture.stock", "firms")
        .of("", region, "FY2007")
        .valued(value, "0.5");
  }

  private static ReportedFigureFixture printed(
      String id, String indicator, String region, String percent) {
    BigDecimal whole =
        new BigDecimal(percent).setScale(0, java.math.RoundingMode.HALF_UP).movePointLeft(2);
    return Events.reportedFigure("table3:" + id + ":" + region)
        .indicator(indicator, "ratio")
        .of("JP-KANTO11", region, "FY2007")
        .valued(whole.toPlainString(), "0.005");
  }

  private void compute() {
    Tables tables = Tables.after(CATALOGUE, Table3.events());
    tables.cells().forEach(table::apply);
    table.apply(tables.lastCut());
    reconciler.cut();
  }

  private void publish(ReportedFigureFixture... published) {
    for (ReportedFigureFixture figure : published) {
      SpecificRecord event = figure.build();
      ledger.apply(figure.key().getBytes(StandardCharsets.UTF_8), Fixtures.bytes(event));
    }
    ledger.drainChanges(
        new EntityLedger.SumSink() {
          @Override
          public void sum(BaseKey key, long sum) {
            figures.sum(PARTITION, key, sum);
          }

          @Override
          public void gone(BaseKey key) {
            figures.sum(PARTITION, key, 0);
          }
        });
  }

  private List<AlertCondition> raised(String rule) {
    reconciler.tick(START);
    reconciler.tick(START.plusSeconds(1));
    said.addAll(conditions.drain());
    Map<String, AlertCondition> bySubject = new TreeMap<>();
    conditions.raised().stream()
        .filter(c -> c.getRule().equals(rule))
        .forEach(c -> bySubject.put(c.getSubject(), c));
    return List.copyOf(bySubject.values());
  }

  private static AlertCondition only(List<AlertCondition> conditions) {
    assertThat(conditions).hasSize(1);
    return conditions.get(0);
  }
}
