package org.kuroshio.serve.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.kuroshio.indicators.view.IndicatorTable;
import org.kuroshio.schemas.table.Cut;
import org.kuroshio.schemas.table.IndicatorValue;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.follow.TableFollower;
import org.kuroshio.serve.scan.KafkaClient;
import org.kuroshio.serve.scan.TopicScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the tables on a thread of its own, and hands out the newest cut. Whatever it hands out is
 * immutable.
 */
public final class LiveTables implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveTables.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Wants to know of every new cut; called on the following thread, in order. */
  public interface Listener {
    void cut(Snapshot snapshot, CutChanges changes);
  }

  private record State(Optional<Snapshot> snapshot, RecentCuts recent) {}

  private final KafkaClient client;
  private final Topics topics;
  private final TableFollower follower;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final Thread thread;
  private volatile State state = new State(Optional.empty(), RecentCuts.NONE);
  private volatile boolean restored;
  private volatile boolean closing;

  private LiveTables(KafkaClient client, Topics topics) {
    this.client = client;
    this.topics = topics;
    this.follower = TableFollower.ofWhole(client, topics.indicators());
    this.thread = new Thread(this::follow, "kuroshio-serve-tables");
  }

  public static LiveTables start(KafkaClient client, Topics topics) {
    LiveTables tables = new LiveTables(client, topics);
    tables.thread.start();
    return tables;
  }

  /** The tables now; empty before the first cut. */
  public Optional<Snapshot> current() {
    return state.snapshot();
  }

  /** The latest cuts; they end with the current one. */
  public RecentCuts recent() {
    return state.recent();
  }

  /** Whether everything was read that was there at the start. */
  public boolean isRestored() {
    return restored;
  }

  /**
   * Of cuts from now on, after the one that there is. That one may be told twice, and on the
   * caller's thread.
   */
  public void listen(Listener listener) {
    listeners.add(listener);
    current().ifPresent(snapshot -> listener.cut(snapshot, lastOf(snapshot)));
  }

  /** Completes with why no more cuts will come; never otherwise. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  private void follow() {
    try (follower) {
      while (!closing && !follower.isCaughtUp()) {
        follower.poll(POLL, (cut, cells) -> {});
      }
      restore();
      while (!closing) {
        follower.poll(POLL, (cut, cells) -> publish(changes(cut, cells)));
      }
    } catch (RuntimeException e) {
      // outermost frame of the thread: without it the server would answer from old tables for ever
      if (!closing) {
        LOG.atError().setCause(e).log("the tables can't be followed any more");
        failure.complete(e);
      }
    }
  }

  private void restore() {
    Optional<Snapshot> snapshot =
        follower.table().cut().map(cut -> new Snapshot(follower.table().snapshot()));
    RecentCuts recent = RecentCuts.NONE;
    if (snapshot.isPresent()) {
      long through = snapshot.get().cut().getSequence();
      try (TopicScan<SpecificRecord> scan =
          TopicScan.of(client, topics.indicatorHistory(), this::check)) {
        for (CutChanges cut : HistoryTail.read(scan, RecentCuts.MOST_CELLS)) {
          recent = cut.cut().getSequence() <= through ? recent.with(cut) : recent;
        }
      }
    }
    state = new State(snapshot, recent);
    restored = true;
    snapshot.ifPresent(s -> listeners.forEach(l -> l.cut(s, lastOf(s))));
  }

  /** Nothing changes for whoever listens since before the tables were there. */
  private static CutChanges lastOf(Snapshot snapshot) {
    return new CutChanges(snapshot.cut(), Map.of());
  }

  private CutChanges changes(Cut cut, Map<String, IndicatorValue> cells) {
    return state
        .snapshot()
        .map(before -> CutChanges.of(cut, cells, before.table()))
        .orElseGet(() -> CutChanges.of(cut, cells, new IndicatorTable()));
  }

  private void publish(CutChanges changes) {
    Snapshot snapshot = new Snapshot(follower.table().snapshot());
    state = new State(Optional.of(snapshot), state.recent().with(changes));
    listeners.forEach(listener -> listener.cut(snapshot, changes));
  }

  private void check() {
    if (closing) {
      throw new IllegalStateException("closing");
    }
  }

  @Override
  public void close() {
    closing = true;
    boolean interrupted = false;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
