package org.kuroshio.ingest.budget;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How many requests one task may still make today. It may use only what it has written down before,
 * some at a time, so that a task that is killed never forgets a request. What was written down and
 * not used is lost for the day. Safe for many threads.
 *
 * @see "Decision 042"
 */
public final class DayQuota {
  private static final int BLOCKS = 20;
  private static final long NAP_MILLIS = 100;

  private final Optional<Integer> share;
  private final ZoneId zone;
  private final Clock clock;
  private LocalDate day;
  private long allowance;
  private long used;
  private long granted;
  private long wanted;

  /** What is stored: a day, and how many requests of it are spent or written down. */
  public record Spent(LocalDate day, long requests) {}

  private DayQuota(Optional<Integer> share, ZoneId zone, Clock clock) {
    this.share = share;
    this.zone = zone;
    this.clock = clock;
    this.day = LocalDate.now(clock.withZone(zone));
  }

  /**
   * @param ofTasks how many tasks the source has
   * @param own spent today by this task's share before
   * @param all spent today by all tasks before
   */
  public static DayQuota of(
      Optional<Budget> budget, int ofTasks, Clock clock, SpentToday own, SpentToday all) {
    ZoneId zone = budget.map(Budget::zone).orElse(java.time.ZoneOffset.UTC);
    Optional<Integer> perDay = budget.flatMap(Budget::perDay);
    DayQuota quota = new DayQuota(perDay.map(most -> Math.max(1, most / ofTasks)), zone, clock);
    if (perDay.isPresent()) {
      long left = Math.max(0, perDay.get() - all.on(quota.day)) / ofTasks;
      long used = own.on(quota.day);
      quota.used = used;
      quota.granted = used;
      quota.wanted = used;
      quota.allowance = used + Math.max(0, Math.min(quota.share.get() - used, left));
    }
    return quota;
  }

  /** What was stored of a day. */
  public interface SpentToday {
    long on(LocalDate day);
  }

  /** Waits until one more request may be made, and counts it. */
  public void take(RequestBudget.Watch watch) throws InterruptedException {
    while (!taken()) {
      watch.waiting();
      pause();
    }
  }

  private synchronized void pause() throws InterruptedException {
    wait(NAP_MILLIS);
  }

  private synchronized boolean taken() {
    if (share.isEmpty()) {
      return true;
    }
    LocalDate today = LocalDate.now(clock.withZone(zone));
    if (!today.equals(day)) {
      day = today;
      allowance = share.get();
      used = 0;
      granted = 0;
      wanted = 0;
    }
    if (used < granted) {
      used++;
      return true;
    }
    wanted = Math.min(allowance, used + Math.max(1, share.get() / BLOCKS));
    return false;
  }

  /** What is to be stored now, if that is more than what was. */
  public synchronized Optional<Spent> toStore() {
    return share.isPresent() && wanted > granted
        ? Optional.of(new Spent(day, wanted))
        : Optional.empty();
  }

  /** It is stored, and will be found after a crash. */
  public synchronized void stored(Spent spent) {
    if (spent.day().equals(day)) {
      granted = Math.max(granted, spent.requests());
      notifyAll();
    }
  }

  /** Whether nothing is left for today. */
  public synchronized boolean isExhausted() {
    return share.isPresent() && used >= allowance;
  }

  /** Empty where the source has no daily quota. */
  public synchronized Optional<Long> left() {
    return share.isPresent() ? Optional.of(Math.max(0, allowance - used)) : Optional.empty();
  }
}
