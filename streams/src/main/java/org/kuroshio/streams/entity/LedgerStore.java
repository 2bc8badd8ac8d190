package org.kuroshio.streams.entity;

import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.streams.LogStoreBuilder;

/**
 * The ledger of one partition as a state store whose log is the event topic itself: it writes no
 * changelog and is restored by applying the events again. Restoring and processing share {@link
 * #apply}, so that both skip the same records.
 */
final class LedgerStore implements StateStore {
  /** Refuses a record that lies in a partition where its key does not belong. */
  interface Placement {
    boolean belongs(byte[] key, int partition);
  }

  private final String name;
  private final Supplier<EntityLedger> ledgers;
  private final Placement placement;
  private EntityLedger ledger;
  private Outcome last;
  private int partition;
  private boolean open;

  LedgerStore(String name, Supplier<EntityLedger> ledgers, Placement placement) {
    this.name = name;
    this.ledgers = ledgers;
    this.placement = placement;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    partition = context.taskId().partition();
    ledger = ledgers.get();
    open = true;
    context.register(
        root, (BatchingRestore) records -> records.forEach(r -> apply(r.key, r.value)));
  }

  Outcome apply(byte[] key, byte[] value) {
    last =
        key == null || placement.belongs(key, partition)
            ? ledger.apply(key, value)
            : ledger.refuse("wrong-partition", misplaced());
    return last;
  }

  private String misplaced() {
    return "the key belongs into another partition than "
        + partition
        + ": its producer partitions by other rules than Kafka's default, or the partition count was changed";
  }

  EntityLedger ledger() {
    return ledger;
  }

  /** What became of the record that is being processed. */
  Outcome last() {
    return last;
  }

  @Override
  public String name() {
    return name;
  }

  /** Forgets everything: a task that is closed dirty and revived restores from the beginning. */
  @Override
  public void close() {
    ledger = null;
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

  /** The restore callback as a lambda. */
  private interface BatchingRestore extends BatchingStateRestoreCallback {
    @Override
    void restoreAll(java.util.Collection<KeyValue<byte[], byte[]>> records);

    @Override
    default void restore(byte[] key, byte[] value) {
      restoreAll(java.util.List.of(KeyValue.pair(key, value)));
    }
  }

  /** Builds the store; there is nothing to configure about it. */
  static StoreBuilder<LedgerStore> builder(
      String name, Supplier<EntityLedger> ledgers, Placement placement) {
    return new LogStoreBuilder<>(name, () -> new LedgerStore(name, ledgers, placement));
  }
}
