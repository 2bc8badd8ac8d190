package org.kuroshio.ingest.progress;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.kuroshio.ingest.engine.ReadWatch;
import org.kuroshio.ingest.region.RegionTally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one task has done since it started. The task's thread and Kafka's callbacks write it,
 * anybody reads it.
 */
public final class TaskProgress implements ReadWatch, RegionTally {
  /** More names than anybody reads; the count goes on. */
  private static final int SKIPPED_NAMES = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(TaskProgress.class);

  private final String source;
  private final IngestMeters meters;
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytesTotal = new AtomicLong();
  private final LongAdder filesDone = new LongAdder();
  private final LongAdder filesSkipped = new LongAdder();
  private final LongAdder bytesDone = new LongAdder();
  private final LongAdder read = new LongAdder();
  private final LongAdder known = new LongAdder();
  private final LongAdder ignored = new LongAdder();
  private final LongAdder published = new LongAdder();
  private final LongAdder underWay = new LongAdder();
  private final ReasonCounts rejected = new ReasonCounts();
  private final ReasonCounts unknownRegions = new ReasonCounts();
  private final List<String> skipped = new CopyOnWriteArrayList<>();
  private final Map<TopicSlice, Long> nextOffsets = new ConcurrentHashMap<>();
  private volatile boolean readToEnd;

  TaskProgress(MeterRegistry registry, String source) {
    this.source = source;
    this.meters = new IngestMeters(registry, source);
  }

  /** The task's share of the input. */
  public void found(long count, long bytes) {
    files.set(count);
    bytesTotal.set(bytes);
  }

  @Override
  public void bytes(long more) {
    bytesDone.add(more);
    meters.bytes(more);
  }

  @Override
  public void known(long records) {
    known.add(records);
    meters.known(records);
  }

  @Override
  public void read() {
    read.increment();
    meters.read();
  }

  @Override
  public void ignored() {
    ignored.increment();
    meters.ignored();
  }

  @Override
  public void skipped(String uri) {
    filesSkipped.increment();
    if (skipped.size() < SKIPPED_NAMES) {
      skipped.add(uri);
      LOG.atInfo()
          .addKeyValue("source", source)
          .addKeyValue("uri", uri)
          .log("file matches no pattern of the source and is skipped");
    }
  }

  @Override
  public void fileDone() {
    filesDone.increment();
  }

  @Override
  public void unknown(String reason) {
    unknownRegions.count(reason);
    meters.unknownRegion(reason);
  }

  /** Messages given to Kafka. */
  public void sent(int messages) {
    underWay.add(messages);
  }

  /** One message was written, and will not be lost. */
  public void acknowledged(String topic, int partition, long offset) {
    nextOffsets.merge(new TopicSlice(topic, partition), offset + 1, Math::max);
    underWay.decrement();
  }

  /** One message was dropped on the way, by a transformation or a filter of the worker's. */
  public void dropped() {
    underWay.decrement();
  }

  public void published() {
    published.increment();
    meters.published();
  }

  public void rejected(String reason) {
    rejected.count(reason);
    meters.rejected(reason);
  }

  /** Everything was read and given to Kafka. */
  public void readToEnd() {
    readToEnd = true;
    LoadCounts now = counts();
    LOG.atInfo()
        .addKeyValue("source", source)
        .addKeyValue("files", now.filesDone())
        .addKeyValue("records", now.read())
        .addKeyValue("known", now.known())
        .log("everything was read");
  }

  boolean isFinished() {
    return readToEnd && hasArrived();
  }

  /** Whether Kafka has all that was given to it. */
  public boolean hasArrived() {
    return underWay.sum() == 0;
  }

  List<String> skippedFiles() {
    return List.copyOf(skipped);
  }

  Map<TopicSlice, Long> nextOffsets() {
    return Map.copyOf(nextOffsets);
  }

  /** What was done so far. */
  public LoadCounts counts() {
    long before = known.sum();
    return new LoadCounts(
        files.get(),
        filesDone.sum(),
        filesSkipped.sum(),
        bytesTotal.get(),
        bytesDone.sum(),
        read.sum() + before,
        published.sum(),
        before,
        ignored.sum(),
        rejected.now(),
        unknownRegions.now());
  }
}
