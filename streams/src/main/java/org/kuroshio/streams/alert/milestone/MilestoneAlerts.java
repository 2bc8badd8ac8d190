package org.kuroshio.streams.alert.milestone;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.alert.milestone.MilestoneTest;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.streams.alert.Told;

/**
 * `innovation.programs` and the calendar to `innovation.alert-conditions`, in two steps: a task for
 * each partition publishes the state of each milestone, project and funding line to
 * `innovation.programme-states`; one task holds them all, because a project stands in another
 * partition than its milestones.
 *
 * @see "docs/decisions/070-conditions-before-alerts.md"
 */
public final class MilestoneAlerts implements Supplier<Topology> {
  private static final String LATEST = "latest-programme-states";
  private static final String WATCH = "programme-watch";
  private static final String EVENTS = "read-programmes";
  private static final String STATES = "read-programme-states";
  private static final String PUBLISHER = "choose-programme-states";
  private static final String JUDGE = "judge-programme-states";

  private final Topics topics;
  private final SchemaIds ids;
  private final List<AlertRule<MilestoneTest>> rules;
  private final Duration tick;
  private final Told told;
  private final Supplier<LocalDate> today;
  private final Clock clock;

  /**
   * @param tick how often the calendar is looked at; a day that has not changed costs nothing
   * @param told conditions of these rules
   * @param today the day for which rules hold or not
   * @param clock dates transitions and nothing else
   */
  public MilestoneAlerts(
      Topics topics,
      SchemaIds ids,
      List<AlertRule<MilestoneTest>> rules,
      Duration tick,
      Told told,
      Supplier<LocalDate> today,
      Clock clock) {
    this.topics = topics;
    this.ids = ids;
    this.rules = List.copyOf(rules);
    this.tick = tick;
    this.told = told;
    this.today = today;
    this.clock = clock;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    publishStates(topology);
    judgeStates(topology);
    return topology;
  }

  private void publishStates(Topology topology) {
    String events = topics.programs().name();
    topology.addReadOnlyStateStore(
        StateLog.builder(LATEST, events, ids, topics.programs().values().deserializer()),
        EVENTS,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        events,
        "update-latest-programme-states",
        LatestUpdater::new);
    topology.addProcessor(PUBLISHER, () -> new StatePublisher(LATEST), EVENTS);
    topology.connectProcessorAndStateStores(PUBLISHER, LATEST);
    topology.addSink(
        "publish-programme-states",
        topics.programmeStates().name(),
        new StringSerializer(),
        topics.programmeStates().values().serializer(),
        PUBLISHER);
  }

  private void judgeStates(Topology topology) {
    String states = topics.programmeStates().name();
    Deserializer<ProgramEvent> values = topics.programmeStates().values().deserializer();
    Clock time = clock;
    topology.addReadOnlyStateStore(
        WatchStore.builder(WATCH, states, rules, values),
        STATES,
        new StringDeserializer(),
        values,
        states,
        "update-programme-watch",
        () -> new WatchUpdater(time));
    topology.addProcessor(JUDGE, () -> new Judge(WATCH, tick, told, today, time), STATES);
    topology.connectProcessorAndStateStores(JUDGE, WATCH);
    topology.addSink(
        "publish-milestone-conditions",
        topics.alertConditions().name(),
        new StringSerializer(),
        topics.alertConditions().values().serializer(),
        JUDGE);
  }

  /** Finds out which event is an entity's state. */
  private static final class LatestUpdater extends ContextualProcessor<byte[], byte[], Void, Void> {
    @Override
    public void process(Record<byte[], byte[]> event) {
      StateLog latest = context().getStateStore(LATEST);
      latest.apply(event.key(), event.value());
    }
  }

  /** Takes each state into the watch. */
  private static final class WatchUpdater
      extends ContextualProcessor<String, ProgramEvent, Void, Void> {
    private final Clock clock;

    WatchUpdater(Clock clock) {
      this.clock = clock;
    }

    @Override
    public void process(Record<String, ProgramEvent> state) {
      WatchStore watch = context().getStateStore(WATCH);
      watch.apply(state.key(), state.value(), clock.instant());
    }
  }
}
