package org.kuroshio.streams.alert.threshold;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.kuroshio.indicators.alert.rule.RuleSet;
import org.kuroshio.indicators.alert.threshold.CellTest;
import org.kuroshio.indicators.alert.threshold.MoveTest;
import org.kuroshio.indicators.alert.threshold.RejectionCounts;
import org.kuroshio.indicators.alert.threshold.SourceTest;
import org.kuroshio.indicators.alert.threshold.WatchedCells;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.LogFold;
import org.kuroshio.streams.alert.Told;

/**
 * `innovation.indicators` cut by cut, `innovation.source-status` and `innovation.rejected` to
 * `innovation.alert-conditions`. One task.
 */
public final class ThresholdAlerts implements Supplier<Topology> {
  static final String CELLS = "watched-cells";
  static final String STATUSES = "source-statuses";
  static final String REJECTIONS = "rejection-counts";
  private static final String JUDGE = "judge-thresholds";
  private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(7);

  private final Topics topics;
  private final RuleSet rules;
  private final Duration tick;
  private final Told told;
  private final Clock clock;

  /**
   * @param tick how often sources are looked at, and whether moves have settled
   * @param told conditions of the rules of tables and sources
   * @param clock dates transitions, and tells how long sources were silent
   */
  public ThresholdAlerts(Topics topics, RuleSet rules, Duration tick, Told told, Clock clock) {
    this.topics = topics;
    this.rules = rules;
    this.tick = tick;
    this.told = told;
    this.clock = clock;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    fold(
        topology,
        CELLS,
        topics.indicators(),
        () -> new WatchedCells(rules.of(CellTest.class), rules.of(MoveTest.class)),
        (cells, key, value) -> {
          if (value instanceof Cut cut) {
            cells.apply(cut);
          } else {
            cells.apply(key, (IndicatorValue) value);
          }
        });
    fold(topology, STATUSES, topics.sourceStatus(), TreeMap::new, ThresholdAlerts::put);
    fold(
        topology,
        REJECTIONS,
        topics.rejected(),
        () -> new RejectionCounts(longestLookBack()),
        (counts, key, rejection) -> counts.apply(rejection));
    topology.addProcessor(
        JUDGE,
        () -> new ThresholdJudge(rules, tick, told, clock),
        source(CELLS),
        source(STATUSES),
        source(REJECTIONS));
    List.of(CELLS, STATUSES, REJECTIONS)
        .forEach(store -> topology.connectProcessorAndStateStores(JUDGE, store));
    topology.addSink(
        "publish-threshold-conditions",
        topics.alertConditions().name(),
        new StringSerializer(),
        topics.alertConditions().values().serializer(),
        JUDGE);
    return topology;
  }

  private static void put(Map<String, SourceStatus> statuses, String key, SourceStatus status) {
    if (status == null) {
      statuses.remove(key);
    } else {
      statuses.put(key, status);
    }
  }

  private Duration longestLookBack() {
    return rules.of(SourceTest.RejectedGrowing.class).stream()
        .map(rule -> rule.test().within())
        .max(Duration::compareTo)
        .orElse(LONGEST_LOOK_BACK);
  }

  private static <T, V> void fold(
      Topology topology, String store, Topic<V> topic, Supplier<T> fresh, LogFold.Step<T, V> step) {
    topology.addReadOnlyStateStore(
        LogFold.builder(store, topic.name(), topic.values().deserializer(), fresh, step),
        source(store),
        new StringDeserializer(),
        topic.values().deserializer(),
        topic.name(),
        "update-" + store,
        () -> LogFold.<T, V>updater(store));
  }

  private static String source(String store) {
    return "read-" + store;
  }
}
