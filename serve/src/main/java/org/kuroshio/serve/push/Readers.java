package org.kuroshio.serve.push;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.serve.snapshot.CutChanges;
import org.kuroshio.serve.snapshot.CutName;
import org.kuroshio.serve.snapshot.LiveTables;
import org.kuroshio.serve.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open streams. Safe for many threads. */
public final class Readers implements LiveTables.Listener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final long BEAT_SECONDS = 15;

  private final LiveTables tables;
  private final Regions regions;
  private final Set<Reader> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong dropped = new AtomicLong();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kuroshio-serve-beats");
            thread.setDaemon(true);
            return thread;
          });

  public Readers(LiveTables tables, Regions regions) {
    this.tables = tables;
    this.regions = regions;
    beats.scheduleAtFixedRate(
        () -> open.forEach(Reader::beat), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    tables.listen(this);
  }

  /** How many streams are open. */
  public int count() {
    return open.size();
  }

  /** How many were dropped because they were too slow. */
  public long dropped() {
    return dropped.get();
  }

  /** What a new stream is told first. */
  sealed interface Start {
    /** Only what comes. */
    record Now() implements Start {}

    /** It knows a cut. */
    record After(CutName known) implements Start {}

    /**
     * It knew a cut that this server does not remember.
     *
     * @param until the cut up to which the history was read
     * @param cells what changed since, once
     */
    record Told(CutName known, Cut until, Map<String, IndicatorValue> cells) implements Start {}

    /** What it knew is no cut of these tables. */
    record Reset() implements Start {}
  }

  /**
   * Begins to send.
   *
   * @return false if it must be looked up in the history first
   */
  synchronized boolean add(Reader reader, Start start) {
    Optional<Snapshot> now = tables.current();
    if (now.isPresent() && !begin(reader, start, now.get().cut())) {
      return false;
    }
    open.add(reader);
    return true;
  }

  private boolean begin(Reader reader, Start start, Cut now) {
    if (start instanceof Start.After after) {
      return resume(reader, after.known(), now);
    }
    if (start instanceof Start.Told told) {
      Optional<List<CutChanges>> later = tables.recent().after(CutName.of(told.until()));
      if (later.isEmpty()) {
        return false;
      }
      send(reader, now, merged(told.cells(), later.get()), Optional.of(told.known()));
    } else {
      if (start instanceof Start.Reset) {
        reader.send(EventText.notice("reset", "the cut that was named last is not known here"));
      }
      send(reader, now, Map.of(), Optional.empty());
    }
    return true;
  }

  private boolean resume(Reader reader, CutName known, Cut now) {
    if (known.equals(CutName.of(now))) {
      send(reader, now, Map.of(), Optional.empty());
      return true;
    }
    if (known.sequence() > now.getSequence()) {
      // it was told by a server that is a little ahead of this one
      reader.through(known.sequence());
      return true;
    }
    Optional<List<CutChanges>> missed = tables.recent().after(known);
    missed.ifPresent(cuts -> send(reader, now, merged(Map.of(), cuts), Optional.of(known)));
    return missed.isPresent();
  }

  private static Map<String, IndicatorValue> merged(
      Map<String, IndicatorValue> first, List<CutChanges> cuts) {
    Map<String, IndicatorValue> all = new LinkedHashMap<>(first);
    cuts.forEach(cut -> all.putAll(cut.cells()));
    return all;
  }

  private void send(
      Reader reader, Cut cut, Map<String, IndicatorValue> cells, Optional<CutName> since) {
    reader.through(cut.getSequence());
    reader.send(EventText.cut(cut, cells.values(), reader.filter(), since, regions));
  }

  @Override
  public synchronized void cut(Snapshot snapshot, CutChanges changes) {
    Map<CellFilter, byte[]> events = new HashMap<>();
    long sequence = changes.cut().getSequence();
    for (Reader reader : List.copyOf(open)) {
      if (sequence > reader.through()) {
        reader.through(sequence);
        byte[] event =
            events.computeIfAbsent(
                reader.filter(),
                filter ->
                    EventText.cut(
                        changes.cut(),
                        changes.cells().values(),
                        filter,
                        Optional.empty(),
                        regions));
        if (!reader.send(event)) {
          dropped.incrementAndGet();
          LOG.atInfo().addKeyValue("sequence", sequence).log("slow reader of events dropped");
        }
      }
    }
  }

  void gone(Reader reader) {
    open.remove(reader);
  }

  /** Tells every reader to go to another server. */
  public void drain() {
    byte[] notice = EventText.notice("draining", "this server is going away: come back");
    new ArrayList<>(open).forEach(reader -> reader.end(notice));
  }

  @Override
  public void close() {
    beats.shutdownNow();
    drain();
  }
}
