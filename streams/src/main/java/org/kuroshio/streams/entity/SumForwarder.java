package org.kuroshio.streams.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.table.BaseMarker;
import org.kuroshio.schemas.table.BaseSum;
import org.kuroshio.schemas.table.MarkerKind;
import org.kuroshio.schemas.table.Rejection;
import org.kuroshio.schemas.table.RejectionStage;
import org.kuroshio.streams.Backlog;
import org.kuroshio.streams.BaseSumKey;
import org.kuroshio.streams.RestoredOffsets;

/**
 * Sends the sums that changed since the last flush, as absolute values, ended by a marker; after a
 * start all of them, framed, because nobody knows what was sent before. Also sends on what can't be
 * used.
 */
final class SumForwarder implements Processor<byte[], byte[], String, SpecificRecord> {
  /** Names of the children it forwards to. */
  record Children(String sums, String rejected) {}

  private final String storeName;
  private final Children children;
  private final FlushTimes times;
  private final String catalogue;
  private final RestoredOffsets restored;
  private final Backlog backlog;
  private final String topic;
  private final Clock clock;
  private ProcessorContext<String, SpecificRecord> context;
  private LedgerStore store;
  private Source source;
  private long throughOffset;
  private boolean eventsSinceFlush;
  private boolean sendAll = true;

  SumForwarder(
      String storeName,
      Children children,
      Duration flushInterval,
      String catalogue,
      RestoredOffsets restored,
      Backlog backlog,
      String topic,
      Clock clock) {
    this.storeName = storeName;
    this.children = children;
    this.times = new FlushTimes(flushInterval);
    this.catalogue = catalogue;
    this.restored = restored;
    this.backlog = backlog;
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    this.store = context.getStateStore(storeName);
    this.source = new Source(topic, context.taskId().partition());
    this.throughOffset = restored.through(topic, source.partition());
    this.sendAll = true;
    context.schedule(times.shortest(), PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<byte[], byte[]> event) {
    eventsSinceFlush = true;
    context.recordMetadata().ifPresent(m -> throughOffset = m.offset() + 1);
    if (store.last() instanceof Outcome.Rejected rejected) {
      reject(event, rejected);
    }
  }

  private void tick(long now) {
    if (sendAll || times.isDue(now, backlog.events(topic, source.partition()))) {
      times.flushed(now, flush(now));
    }
  }

  /** Returns how many sums it sent. */
  private int flush(long now) {
    EntityLedger ledger = store.ledger();
    int sums = 0;
    if (sendAll) {
      marker(MarkerKind.RESET, now);
      ledger.all(new Sender(now));
      marker(MarkerKind.END, now);
      sendAll = false;
    } else if (eventsSinceFlush) {
      sums = ledger.drainChanges(new Sender(now));
      marker(MarkerKind.FLUSH, now);
    }
    eventsSinceFlush = false;
    return sums;
  }

  private final class Sender implements EntityLedger.SumSink {
    private final long now;

    private Sender(long now) {
      this.now = now;
    }

    @Override
    public void sum(BaseKey key, long sum) {
      BaseSum value =
          new BaseSum(
              topic,
              source.partition(),
              key.measure(),
              key.breakdown(),
              key.from(),
              key.to(),
              key.regions(),
              key.item(),
              key.unit(),
              sum);
      context.forward(
          new Record<>(new BaseSumKey(source, key).text(), value, now), children.sums());
    }

    @Override
    public void gone(BaseKey key) {
      context.forward(new Record<>(new BaseSumKey(source, key).text(), null, now), children.sums());
    }
  }

  private void marker(MarkerKind kind, long now) {
    EntityLedger ledger = store.ledger();
    BaseMarker marker =
        new BaseMarker(
            topic,
            source.partition(),
            kind,
            throughOffset,
            ledger.recordsRead(),
            Instant.EPOCH.plusNanos(Math.multiplyExact(ledger.newestPublishedAt(), 1000L)),
            catalogue);
    context.forward(new Record<>(BaseSumKey.marker(source, kind), marker, now), children.sums());
  }

  private void reject(Record<byte[], byte[]> event, Outcome.Rejected rejected) {
    String position = "partition " + source.partition() + ", offset " + (throughOffset - 1);
    Rejection rejection =
        Rejection.newBuilder()
            .setSource("events")
            .setUri(topic)
            .setPosition(position)
            .setSha256(sha256(event.value()))
            .setStage(
                rejected.reason().equals("undecodable")
                    ? RejectionStage.DECODE
                    : RejectionStage.APPLY)
            .setReason(rejected.reason())
            .setDetail(rejected.detail())
            .setAt(clock.instant())
            .build();
    context.forward(
        new Record<>("events|" + topic + "|" + position, rejection, event.timestamp()),
        children.rejected());
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] content = bytes == null ? "".getBytes(StandardCharsets.UTF_8) : bytes;
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
