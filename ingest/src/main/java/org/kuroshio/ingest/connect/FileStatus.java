package org.kuroshio.ingest.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.connect.source.SourceRecord;
import org.kuroshio.ingest.engine.ReadPosition;
import org.kuroshio.ingest.message.Message;
import org.kuroshio.ingest.message.Messages;
import org.kuroshio.ingest.progress.LoadCounts;
import org.kuroshio.ingest.progress.TaskProgress;
import org.kuroshio.schemas.table.SourceState;
import org.kuroshio.schemas.table.SourceStatus;

/**
 * How one task's share of the files is doing, as records: when it begins, now and then, when Kafka
 * has everything, and when it fails. Used by the polling thread, but for {@link #published}.
 */
final class FileStatus {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final String source;
  private final String slice;
  private final TaskProgress progress;
  private final Messages messages;
  private final Clock clock;
  private final Map<String, String> partition;
  private final AtomicReference<Instant> newest = new AtomicReference<>();
  private SourceState saidState = SourceState.WAITING;
  private Instant saidAt = Instant.EPOCH;

  /**
   * @param slice the task's name among several; empty where it is the only one
   */
  FileStatus(String source, String slice, TaskProgress progress, Messages messages, Clock clock) {
    this.source = source;
    this.slice = slice;
    this.progress = progress;
    this.messages = messages;
    this.clock = clock;
    this.partition = ContentPartition.ofStatus(source, slice).toMap();
  }

  /** Kafka has a record that was published by its publisher at this time. On any thread. */
  void published(Instant at) {
    newest.accumulateAndGet(at, (old, now) -> old == null || now.isAfter(old) ? now : old);
  }

  /** What is to be said while files are read; empty where it was said just now. */
  Optional<SourceRecord> reading() {
    boolean due =
        saidState != SourceState.RUNNING
            || Duration.between(saidAt, clock.instant()).compareTo(LONGEST_SILENCE) >= 0;
    return due ? ifPossible(SourceState.RUNNING, null) : Optional.empty();
  }

  /**
   * Everything was read and has arrived; empty where that was said.
   *
   * @throws KafkaException if the registry does not take it
   */
  Optional<SourceRecord> done() {
    return saidState == SourceState.DONE
        ? Optional.empty()
        : Optional.of(record(SourceState.DONE, null));
  }

  /** Empty where it was said, or can't be. */
  Optional<SourceRecord> failed(String why) {
    return saidState == SourceState.FAILED ? Optional.empty() : ifPossible(SourceState.FAILED, why);
  }

  /** A registry that is away fails what is read; that it fails this too need not be said. */
  private Optional<SourceRecord> ifPossible(SourceState state, String error) {
    try {
      return Optional.of(record(state, error));
    } catch (KafkaException e) {
      return Optional.empty();
    }
  }

  private SourceRecord record(SourceState state, String error) {
    Instant now = clock.instant();
    LoadCounts counts = progress.counts();
    SourceStatus status =
        SourceStatus.newBuilder()
            .setSource(source)
            .setSlice(slice)
            .setState(state)
            .setAt(now)
            .setLastSuccessAt(state == SourceState.DONE ? now : null)
            .setNewestPublishedAt(newest.get())
            .setRead(counts.read())
            .setPublished(counts.published())
            .setKnown(counts.known())
            .setIgnored(counts.ignored())
            .setRejected(counts.rejected())
            .setError(error)
            .build();
    Message message = messages.status(status);
    saidState = state;
    saidAt = now;
    return new IngestRecord(partition, ReadPosition.START.toMap(), message, null);
  }
}
