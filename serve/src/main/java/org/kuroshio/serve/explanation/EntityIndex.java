package org.kuroshio.serve.explanation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Utils;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.definition.EventStream;
import org.kuroshio.indicators.explain.Facts;
import org.kuroshio.indicators.ledger.BaseKey;
import org.kuroshio.indicators.ledger.EntityLedger;
import org.kuroshio.indicators.ledger.Outcome;
import org.kuroshio.indicators.projection.EventProjection;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.indicators.table.BaseTable.Source;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;

/**
 * Knows of every entity where its accepted event stands and what it adds to which base cell: about
 * 200 bytes each. Fed from the event topics, up to the offsets of a cut, and only forwards; a
 * question about an earlier cut needs an index of its own. A stream is read when it is first asked
 * for, or at {@link #advanceTo}.
 *
 * <p>Safe for many threads: questions and feeding take turns.
 */
public final class EntityIndex {
  /** Which entities it knows of. */
  public interface Keys {
    boolean contains(Source source, byte[] key);

    /** Whether any of the partition's keys may be contained; if not, it is not read. */
    boolean isIn(Source source);

    /** Every entity. */
    Keys ALL =
        new Keys() {
          @Override
          public boolean contains(Source source, byte[] key) {
            return true;
          }

          @Override
          public boolean isIn(Source source) {
            return true;
          }
        };
  }

  /**
   * An event that was read.
   *
   * @param value null where the id is forgotten
   * @param outcome what became of it
   * @param isNew whether nothing was known of the entity before
   */
  public record Read(
      Source source, byte[] key, byte[] value, long offset, Outcome outcome, boolean isNew) {}

  /** Wants to know of the events that are read; called on the reading thread. */
  public interface Watch {
    void event(Read read);
  }

  private final EventLog log;
  private final SchemaIds ids;
  private final Catalogue catalogue;
  private final Regions regions;
  private final Keys keys;
  private final Map<String, EventStream> streams = new HashMap<>();
  private final Map<Source, EntityLedger> ledgers = new HashMap<>();
  private final Map<Source, Long> through = new HashMap<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** An index of every entity. */
  public EntityIndex(
      EventLog log, Topics topics, SchemaIds ids, Catalogue catalogue, Regions regions) {
    this(log, topics, ids, catalogue, regions, Keys.ALL);
  }

  /** An index of some entities, as if the log had no others. */
  public EntityIndex(
      EventLog log, Topics topics, SchemaIds ids, Catalogue catalogue, Regions regions, Keys keys) {
    this.log = log;
    this.ids = ids;
    this.catalogue = catalogue;
    this.regions = regions;
    this.keys = keys;
    streams.put(topics.programs().name(), EventStream.PROGRAMS);
    streams.put(topics.patents().name(), EventStream.PATENTS);
    streams.put(topics.ventures().name(), EventStream.VENTURES);
    streams.put(topics.reference().name(), EventStream.REFERENCE);
  }

  /**
   * Reads every stream up to these offsets.
   *
   * @throws IllegalArgumentException if the index has gone further
   */
  public void advanceTo(EventOffsets offsets) {
    advanceTo(offsets, read -> {});
  }

  /** As {@link #advanceTo(EventOffsets)}, telling what became of each event. */
  public void advanceTo(EventOffsets offsets, Watch watch) {
    turn.lock();
    try {
      for (Source source : offsets.sources()) {
        advance(source, offsets, watch);
      }
    } finally {
      turn.unlock();
    }
  }

  /**
   * Answers a question as of these offsets. The facts may be used during the call only.
   *
   * @throws IllegalArgumentException if the index has gone further
   */
  public <T> T at(EventOffsets offsets, Function<Facts, T> question) {
    turn.lock();
    try {
      for (Map.Entry<Source, Long> known : through.entrySet()) {
        requireNotBehind(known.getKey(), known.getValue(), offsets);
      }
      return question.apply((stream, wanted, sink) -> behind(offsets, stream, wanted, sink));
    } finally {
      turn.unlock();
    }
  }

  /** How many entities it knows of. */
  public long entities() {
    turn.lock();
    try {
      return ledgers.values().stream().mapToLong(EntityLedger::entities).sum();
    } finally {
      turn.unlock();
    }
  }

  private void behind(
      EventOffsets offsets, EventStream stream, Predicate<BaseKey> wanted, Facts.Sink sink) {
    for (Source source : offsets.sources()) {
      if (streams.get(source.topic()) == stream) {
        advance(source, offsets, read -> {});
        EntityLedger ledger = ledgers.get(source);
        if (ledger != null) {
          ledger.contributors(
              wanted, (id, offset, cell, amount) -> sink.fact(source, offset, id, cell, amount));
        }
      }
    }
  }

  private void advance(Source source, EventOffsets offsets, Watch watch) {
    long from = through.getOrDefault(source, 0L);
    requireNotBehind(source, from, offsets);
    long to = offsets.of(source);
    if (from < to && keys.isIn(source)) {
      EntityLedger ledger = ledgers.computeIfAbsent(source, this::ledger);
      int partitions = offsets.partitions(source.topic());
      log.read(
          source,
          from,
          to,
          (key, value, offset) -> {
            if (isPlaced(key, source, partitions) && keys.contains(source, key)) {
              long known = ledger.entities();
              Outcome outcome = ledger.apply(key, value, offset);
              boolean isNew = ledger.entities() > known;
              watch.event(new Read(source, key, value, offset, outcome, isNew));
            }
          });
    }
    through.put(source, Math.max(from, to));
  }

  /** Hop 1 takes no event from a partition where its key does not belong, nor one without a key. */
  private static boolean isPlaced(byte[] key, Source source, int partitions) {
    return key != null && Utils.toPositive(Utils.murmur2(key)) % partitions == source.partition();
  }

  private EntityLedger ledger(Source source) {
    EventStream stream = streams.get(source.topic());
    if (stream == null) {
      throw new IllegalArgumentException(
          "the cut names '%s', which is none of the event topics %s"
              .formatted(source.topic(), streams.keySet()));
    }
    return new EntityLedger(new EventProjection(stream, catalogue, regions), ids);
  }

  private static void requireNotBehind(Source source, long known, EventOffsets offsets) {
    if (offsets.of(source) < known) {
      throw new IllegalArgumentException(
          "%s-%d was read up to offset %d, and the question is about offset %d before it: that needs a new index"
              .formatted(source.topic(), source.partition(), known, offsets.of(source)));
    }
  }
}
