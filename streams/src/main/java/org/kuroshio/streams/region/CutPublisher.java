package org.kuroshio.streams.region;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.table.CellChange;
import org.kuroshio.indicators.table.RegionTable;
import org.kuroshio.streams.Backlog;
import org.kuroshio.streams.RestoredOffsets;

/**
 * Publishes what changed as one cut: the cells, then the cut record, to the tables and to their
 * history. Runs after the updater of the same record.
 */
final class CutPublisher implements Processor<String, SpecificRecord, byte[], byte[]> {
  static final String CUT_KEY = "cut";

  /** So many sums are half a second's work, and what they say will change the cells once more. */
  private static final long MANY_SUMS = 10_000;

  private static final long LONGEST_WAIT_MILLIS = 3_000;

  /** Names of the children it forwards to. */
  record Children(String tables, String history) {}

  private final String storeName;
  private final String topic;
  private final Children children;
  private final Duration interval;
  private final PublishedTables published;
  private final RestoredOffsets restored;
  private final Backlog backlog;
  private final TwoFrames frames;
  private final Clock clock;
  private ProcessorContext<byte[], byte[]> context;
  private TableStore store;
  private long applied;
  private long sumsThrough;
  private long lastEndMillis;
  private long lastDurationMillis;

  CutPublisher(
      String storeName,
      String topic,
      Children children,
      Duration interval,
      PublishedTables published,
      RestoredOffsets restored,
      Backlog backlog,
      TwoFrames frames,
      Clock clock) {
    this.storeName = storeName;
    this.topic = topic;
    this.children = children;
    this.interval = interval;
    this.published = published;
    this.restored = restored;
    this.backlog = backlog;
    this.frames = frames;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.store = context.getStateStore(storeName);
    PublishedTables.Snapshot known = published.read();
    store.table().published(known.values(), known.sequence());
    this.sumsThrough = known.sumsThrough();
    this.applied = restored.through(topic, context.taskId().partition());
    context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> tick());
  }

  @Override
  public void process(Record<String, SpecificRecord> sum) {
    context.recordMetadata().ifPresent(m -> applied = m.offset() + 1);
  }

  /**
   * A cut that took long is followed by as long a rest: while a load is going on most cells of a
   * cut would be overwritten by the next one. So would they while many sums wait, but readers are
   * not kept waiting for long.
   */
  private void tick() {
    long startMillis = clock.millis();
    long rested = startMillis - lastEndMillis;
    boolean flooded = backlog.events(topic, context.taskId().partition()) > MANY_SUMS;
    if (rested >= Math.max(lastDurationMillis, flooded ? LONGEST_WAIT_MILLIS : 0)) {
      publish();
      lastEndMillis = clock.millis();
      lastDurationMillis = lastEndMillis - startMillis;
    }
  }

  private void publish() {
    Instant now = clock.instant();
    LocalDate asOf = LocalDate.ofInstant(now, ZoneOffset.UTC);
    RegionTable table = store.table();
    if (applied < sumsThrough || !table.hasNews(asOf)) {
      return;
    }
    RegionTable.Publication publication = table.cut(asOf, now);
    long timestamp = now.toEpochMilli();
    for (CellChange change : publication.changes()) {
      publish(change.key(), change.value(), change.isGone(), timestamp);
    }
    publish(CUT_KEY, publication.cut(), false, timestamp);
  }

  private void publish(String key, SpecificRecord value, boolean gone, long timestamp) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] told = frames.inTables(value);
    context.forward(new Record<>(keyBytes, gone ? null : told, timestamp), children.tables());
    context.forward(
        new Record<>(keyBytes, frames.inHistory(value, told), timestamp), children.history());
  }
}
