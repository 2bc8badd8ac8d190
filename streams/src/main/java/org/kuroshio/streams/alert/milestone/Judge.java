package org.kuroshio.streams.alert.milestone;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.schemas.program.ProgramEvent;
import org.kuroshio.schemas.table.AlertCondition;
import org.kuroshio.streams.alert.ConditionSink;
import org.kuroshio.streams.alert.Told;

/**
 * Sends on what is raised and cleared, by events and by the calendar. Runs after the store's
 * updater for the same record.
 */
final class Judge implements Processor<String, ProgramEvent, String, AlertCondition> {
  private final String storeName;
  private final Duration tick;
  private final Told told;
  private final Supplier<LocalDate> today;
  private final Clock clock;
  private WatchStore store;
  private ConditionSink sink;

  Judge(String storeName, Duration tick, Told told, Supplier<LocalDate> today, Clock clock) {
    this.storeName = storeName;
    this.tick = tick;
    this.told = told;
    this.today = today;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, AlertCondition> context) {
    store = context.getStateStore(storeName);
    store.conditions().known(told.read());
    sink = new ConditionSink(context, clock);
    context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, now -> tick());
  }

  @Override
  public void process(Record<String, ProgramEvent> state) {
    sink.drain(store.conditions());
  }

  private void tick() {
    store.watch().day(today.get(), clock.instant());
    sink.drain(store.conditions());
  }
}
