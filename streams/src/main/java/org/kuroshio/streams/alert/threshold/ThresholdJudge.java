package org.kuroshio.streams.alert.threshold;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.alert.threshold.CellTest;
import org.kuroshio.indicators.alert.threshold.MoveTest;
import org.kuroshio.indicators.alert.threshold.RejectionCounts;
import org.kuroshio.indicators.alert.threshold.SourceTest;
import org.kuroshio.indicators.alert.threshold.SourceWatch;
import org.kuroshio.indicators.alert.threshold.TableWatch;
import org.kuroshio.indicators.alert.threshold.WatchedCells;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.streams.LogFold;
import org.kuroshio.streams.alert.ConditionSink;
import org.kuroshio.streams.alert.Told;

/** Asks the rules at each cut and at each tick. Runs after the stores' updaters. */
final class ThresholdJudge implements Processor<String, SpecificRecord, String, AlertCondition> {
  private final RuleSet rules;
  private final Duration tick;
  private final Told told;
  private final Clock clock;
  private final Conditions conditions = new Conditions();
  private TableWatch tables;
  private SourceWatch sources;
  private ConditionSink sink;

  ThresholdJudge(RuleSet rules, Duration tick, Told told, Clock clock) {
    this.rules = rules;
    this.tick = tick;
    this.told = told;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, AlertCondition> context) {
    conditions.known(told.read());
    sink = new ConditionSink(context, clock);
    WatchedCells cells = content(context, ThresholdAlerts.CELLS);
    Map<String, SourceStatus> statuses = content(context, ThresholdAlerts.STATUSES);
    RejectionCounts rejections = content(context, ThresholdAlerts.REJECTIONS);
    tables = new TableWatch(rules.of(CellTest.class), rules.of(MoveTest.class), cells, conditions);
    sources = new SourceWatch(rules.of(SourceTest.class), statuses, rejections, conditions);
    conditions.keepOnly(all(), clock.instant());
    context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, now -> tick());
  }

  private List<AlertRule<?>> all() {
    List<AlertRule<?>> all = new ArrayList<>(rules.of(CellTest.class));
    all.addAll(rules.of(MoveTest.class));
    all.addAll(rules.of(SourceTest.class));
    return all;
  }

  private static <T> T content(ProcessorContext<?, ?> context, String store) {
    LogFold<T, ?> fold = context.getStateStore(store);
    return fold.content();
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.value() instanceof Cut) {
      tables.cut(clock.instant());
      sink.drain(conditions);
    }
  }

  private void tick() {
    tables.tick(clock.instant());
    sources.tick(clock.instant());
    sink.drain(conditions);
  }
}
