package org.kuroshio.streams.alert.milestone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.kuroshio.indicators.ledger.LatestStates;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.frame.UndecodableException;
import org.kuroshio.schemas.program.Funding;
import org.kuroshio.schemas.program.Milestone;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.program.Project;
import org.kuroshio.streams.LogStoreBuilder;

/**
 * Which event is the state of each entity of one partition, restored from the events themselves.
 * What can't be used is skipped: hop 1 reads the same events and rejects it.
 */
final class StateLog implements StateStore {
  private final String name;
  private final String topic;
  private final SchemaIds ids;
  private final Deserializer<ProgramEvent> events;
  private LatestStates states;
  private Optional<ProgramEvent> news = Optional.empty();
  private boolean open;

  private StateLog(String name, String topic, SchemaIds ids, Deserializer<ProgramEvent> events) {
    this.name = name;
    this.topic = topic;
    this.ids = ids;
    this.events = events;
  }

  static StoreBuilder<StateLog> builder(
      String name, String topic, SchemaIds ids, Deserializer<ProgramEvent> events) {
    return new LogStoreBuilder<>(name, () -> new StateLog(name, topic, ids, events));
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    states = new LatestStates(ids);
    open = true;
    context.register(root, this::apply);
  }

  void apply(byte[] key, byte[] value) {
    news = Optional.empty();
    if (key == null || key.length == 0) {
      return;
    }
    if (value == null) {
      news =
          states.forget(key)
              ? Optional.of(Forgotten.event(new String(key, StandardCharsets.UTF_8)))
              : Optional.empty();
      return;
    }
    try {
      ProgramEvent event = events.deserialize(topic, value);
      boolean accepted =
          event.getEntityId().equals(new String(key, StandardCharsets.UTF_8))
              && states.accept(key, value, event.getVersion(), micros(event.getPublishedAt()));
      news = accepted && isWatched(event) ? Optional.of(event) : Optional.empty();
    } catch (UndecodableException e) {
      news = Optional.empty();
    }
  }

  /** The state that the last event made, if it made one that rules are about. */
  Optional<ProgramEvent> news() {
    return news;
  }

  private static boolean isWatched(ProgramEvent event) {
    Object entity = event.getEntity();
    return entity == null
        || entity instanceof Milestone
        || entity instanceof Project
        || entity instanceof Funding;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    states = null;
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
