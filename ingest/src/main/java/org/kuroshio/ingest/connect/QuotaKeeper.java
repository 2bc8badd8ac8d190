package org.kuroshio.ingest.connect;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.budget.DayQuota;
import org.kuroshio.ingest.message.Message;

/**
 * Has the requests of a day stored before they are made. A record's offset is surely stored only at
 * the second commit behind its arrival: the first may have begun before it. Safe for the polling
 * thread, the producer's and the committing one.
 *
 * @see "Decision 042"
 */
final class QuotaKeeper {
  private final DayQuota quota;
  private final Map<String, String> partition;
  private final DayQuota.SpentToday others;
  private Optional<DayQuota.Spent> said = Optional.empty();
  private Optional<DayQuota.Spent> arrived = Optional.empty();
  private Optional<DayQuota.Spent> committing = Optional.empty();

  /**
   * @param partition of the unit under which this task stores
   * @param others what is stored under this task's other units
   */
  QuotaKeeper(DayQuota quota, Map<String, String> partition, DayQuota.SpentToday others) {
    this.quota = quota;
    this.partition = partition;
    this.others = others;
  }

  /**
   * The record that has more stored, if more is wanted.
   *
   * @param message what it says besides
   */
  synchronized Optional<SourceRecord> record(Supplier<Message> message) {
    Optional<DayQuota.Spent> wanted = quota.toStore();
    if (wanted.isEmpty() || wanted.equals(said)) {
      return Optional.empty();
    }
    said = wanted;
    DayQuota.Spent own =
        new DayQuota.Spent(
            wanted.get().day(), wanted.get().requests() - others.on(wanted.get().day()));
    return Optional.of(
        new IngestRecord(partition, LivePartition.quotaOffset(own), message.get(), null));
  }

  synchronized void arrived(SourceRecord record) {
    if (record.sourcePartition().equals(partition)) {
      DayQuota.Spent own = LivePartition.quota(record.sourceOffset());
      arrived = Optional.of(new DayQuota.Spent(own.day(), own.requests() + others.on(own.day())));
    }
  }

  synchronized void committed() {
    committing.ifPresent(quota::stored);
    committing = arrived;
  }
}
