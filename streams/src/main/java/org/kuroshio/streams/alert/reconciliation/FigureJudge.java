package org.kuroshio.streams.alert.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.reconciliation.FigureBook;
import org.kuroshio.indicators.alert.reconciliation.Reconciler;
import org.kuroshio.indicators.alert.reconciliation.ReportedTest;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.streams.LogFold;
import org.kuroshio.streams.alert.ConditionSink;
import org.kuroshio.streams.alert.Told;

/** Compares figures and cells when they have settled. Runs after the stores' updaters. */
final class FigureJudge implements Processor<String, SpecificRecord, String, AlertCondition> {
  private final List<AlertRule<ReportedTest>> rules;
  private final Catalogue catalogue;
  private final Regions regions;
  private final Duration tick;
  private final Told told;
  private final Clock clock;
  private final Conditions conditions = new Conditions();
  private Reconciler reconciler;
  private ConditionSink sink;

  FigureJudge(
      List<AlertRule<ReportedTest>> rules,
      Catalogue catalogue,
      Regions regions,
      Duration tick,
      Told told,
      Clock clock) {
    this.rules = rules;
    this.catalogue = catalogue;
    this.regions = regions;
    this.tick = tick;
    this.told = told;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, AlertCondition> context) {
    conditions.known(told.read());
    sink = new ConditionSink(context, clock);
    LogFold<FigureBook, SpecificRecord> figures = context.getStateStore(Reconciliation.FIGURES);
    LogFold<IndicatorTable, SpecificRecord> cells = context.getStateStore(Reconciliation.CELLS);
    reconciler =
        new Reconciler(rules, figures.content(), cells.content(), conditions, catalogue, regions);
    context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, now -> tick());
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.value() instanceof Cut) {
      reconciler.cut();
    }
  }

  private void tick() {
    reconciler.tick(clock.instant());
    sink.drain(conditions);
  }
}
