package org.kuroshio.standalone.warehouse;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.load.Patience;
import org.kuroshio.standalone.session.StopRequest;
import org.kuroshio.warehouse.database.Database;
import org.kuroshio.warehouse.feed.TablesTopic;
import org.kuroshio.warehouse.reconcile.Comparison;
import org.kuroshio.warehouse.reconcile.FeedStatus;
import org.kuroshio.warehouse.reconcile.Reconciliation;

/** Waits for a feed, then compares. */
public final class CaughtUp {
  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);
  private static final int LOOK_MILLIS = 200;

  private final TablesTopic topic;
  private final Database database;
  private final Supplier<Optional<String>> trouble;
  private final StopRequest stop;
  private final Patience patience = new Patience(LONGEST_STANDSTILL, InstantSource.system());

  /**
   * @param trouble why the feed stands still, where that is known
   */
  public CaughtUp(
      TablesTopic topic, Database database, Supplier<Optional<String>> trouble, StopRequest stop) {
    this.topic = topic;
    this.database = database;
    this.trouble = trouble;
    this.stop = stop;
  }

  /** Not what is published meanwhile, which moves without the feed. */
  private record Standing(long shown, long waiting, String trouble) {}

  /**
   * Of the first cut that is shown and not older than the last one published before the call.
   *
   * @throws Failure if nothing moves for two minutes
   */
  public Comparison compare() {
    long wanted = topic.lastCut().map(last -> last.cut().getSequence()).orElse(0L);
    if (wanted == 0) {
      throw new Failure("there are no tables yet: load a source first (kuroshio load SOURCE)");
    }
    Reconciliation reconciliation = new Reconciliation(topic, database);
    while (true) {
      FeedStatus status = FeedStatus.of(topic, database);
      if (!status.filling() && status.shown() >= wanted) {
        Optional<Comparison> comparison = reconciliation.compare();
        if (comparison.isPresent()) {
          return comparison.get();
        }
      }
      patience.look(
          new Standing(status.shown(), status.waiting(), trouble.get().orElse("no trouble known")));
      rest();
    }
  }

  private void rest() {
    stop.check();
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while the warehouse was catching up", e);
    }
  }
}
