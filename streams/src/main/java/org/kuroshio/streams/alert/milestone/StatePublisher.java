package org.kuroshio.streams.alert.milestone;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.schemas.program.ProgramEvent;

/**
 * Publishes each new state. Runs after the store's updater for the same record, so it need not ask
 * which event won.
 */
final class StatePublisher implements Processor<byte[], byte[], String, ProgramEvent> {
  private final String storeName;
  private ProcessorContext<String, ProgramEvent> context;
  private StateLog states;

  StatePublisher(String storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<String, ProgramEvent> context) {
    this.context = context;
    this.states = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    states
        .news()
        .ifPresent(
            state -> context.forward(new Record<>(state.getEntityId(), state, event.timestamp())));
  }
}
