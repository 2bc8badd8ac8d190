package org.kuroshio.streams.entity;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies each event to the ledger. Runs before the {@link SumForwarder} of the same record, as it
 * was connected to the source first.
 */
final class LedgerUpdater implements Processor<byte[], byte[], Void, Void> {
  private final String storeName;
  private LedgerStore store;

  LedgerUpdater(String storeName) {
    this.storeName = storeName;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(storeName);
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    store.apply(event.key(), event.value());
  }
}
