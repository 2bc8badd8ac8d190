package org.kuroshio.streams.alert.milestone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.indicators.alert.milestone.MilestoneTest;
import org.kuroshio.indicators.alert.milestone.ProgrammeWatch;
import org.kuroshio.indicators.alert.rule.AlertRule;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.streams.LogStoreBuilder;

/** All programme states and what is raised of them, restored from the topic of states. */
final class WatchStore implements StateStore {
  private final String name;
  private final String topic;
  private final List<AlertRule<MilestoneTest>> rules;
  private final Deserializer<ProgramEvent> states;
  private Conditions conditions;
  private ProgrammeWatch watch;
  private boolean open;

  private WatchStore(
      String name,
      String topic,
      List<AlertRule<MilestoneTest>> rules,
      Deserializer<ProgramEvent> states) {
    this.name = name;
    this.topic = topic;
    this.rules = rules;
    this.states = states;
  }

  static StoreBuilder<WatchStore> builder(
      String name,
      String topic,
      List<AlertRule<MilestoneTest>> rules,
      Deserializer<ProgramEvent> states) {
    return new LogStoreBuilder<>(name, () -> new WatchStore(name, topic, rules, states));
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    conditions = new Conditions();
    watch = new ProgrammeWatch(rules, conditions);
    open = true;
    context.register(
        root,
        (key, value) ->
            watch.load(new String(key, StandardCharsets.UTF_8), states.deserialize(topic, value)));
  }

  void apply(String entityId, ProgramEvent state, Instant at) {
    watch.apply(entityId, state, at);
  }

  ProgrammeWatch watch() {
    return watch;
  }

  Conditions conditions() {
    return conditions;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    watch = null;
    conditions = null;
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }
}
