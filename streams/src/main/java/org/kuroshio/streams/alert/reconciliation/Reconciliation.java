package org.kuroshio.streams.alert.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.kuroshio.indicators.alert.reconciliation.FigureBook;
import org.kuroshio.indicators.alert.reconciliation.ReportedTest;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.LogFold;
import org.kuroshio.streams.alert.Told;

/**
 * The figures among `innovation.base-sums` against `innovation.indicators`, to
 * `innovation.alert-conditions`. One task. The base sums have every figure with its rounding, of
 * all partitions, and only the newest state of each.
 */
public final class Reconciliation implements Supplier<Topology> {
  static final String FIGURES = "published-figures";
  static final String CELLS = "computed-cells";
  private static final String JUDGE = "reconcile-figures";

  private final Topics topics;
  private final List<AlertRule<ReportedTest>> rules;
  private final Catalogue catalogue;
  private final Regions regions;
  private final Duration tick;
  private final Told told;
  private final Clock clock;

  /**
   * @param tick how often it is looked whether figures and values have settled
   * @param told conditions of these rules
   * @param clock dates transitions, and tells how long a value has stood
   */
  public Reconciliation(
      Topics topics,
      List<AlertRule<ReportedTest>> rules,
      Catalogue catalogue,
      Regions regions,
      Duration tick,
      Told told,
      Clock clock) {
    this.topics = topics;
    this.rules = List.copyOf(rules);
    this.catalogue = catalogue;
    this.regions = regions;
    this.tick = tick;
    this.told = told;
    this.clock = clock;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    fold(topology, FIGURES, topics.baseSums(), FigureBook::new, FigureSums::take);
    fold(topology, CELLS, topics.indicators(), IndicatorTable::new, Reconciliation::take);
    topology.addProcessor(
        JUDGE,
        () -> new FigureJudge(rules, catalogue, regions, tick, told, clock),
        "read-" + FIGURES,
        "read-" + CELLS);
    topology.connectProcessorAndStateStores(JUDGE, FIGURES);
    topology.connectProcessorAndStateStores(JUDGE, CELLS);
    topology.addSink(
        "publish-reconciliation-conditions",
        topics.alertConditions().name(),
        new StringSerializer(),
        topics.alertConditions().values().serializer(),
        JUDGE);
    return topology;
  }

  private static void take(IndicatorTable table, String key, SpecificRecord value) {
    if (value instanceof Cut cut) {
      table.apply(cut);
    } else {
      table.apply(key, (IndicatorValue) value);
    }
  }

  private static <T, V> void fold(
      Topology topology, String store, Topic<V> topic, Supplier<T> fresh, LogFold.Step<T, V> step) {
    topology.addReadOnlyStateStore(
        LogFold.builder(store, topic.name(), topic.values().deserializer(), fresh, step),
        "read-" + store,
        new StringDeserializer(),
        topic.values().deserializer(),
        topic.name(),
        "update-" + store,
        () -> LogFold.<T, V>updater(store));
  }
}
