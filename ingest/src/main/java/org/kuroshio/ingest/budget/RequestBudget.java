package org.kuroshio.ingest.budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The rates of one source in this process, shared by its tasks. A request counts from its sending
 * until the rate's window has passed since its answer came: the server saw it somewhere between, so
 * that it never sees more than the rate allows in any window of its own clock. Safe for many
 * threads.
 *
 * @see "Decision 042"
 */
public final class RequestBudget {
  private static final Map<String, RequestBudget> SOURCES = new ConcurrentHashMap<>();
  private static final long LONGEST_WAIT_MILLIS = 200;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private double share;
  private int tasks;
  private long quietUntilNanos = System.nanoTime();

  /** One rate: when the answers of its last requests came. */
  private static final class Window {
    private final Deque<Long> answered = new ArrayDeque<>();
    private Budget.Rate rate;
    private int underWay;

    Window(Budget.Rate rate) {
      this.rate = rate;
    }
  }

  /** One request that may be sent; to be given back when its answer is there. */
  public final class Permit implements AutoCloseable {
    private final List<Window> counted;

    private Permit(List<Window> counted) {
      this.counted = counted;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        long now = System.nanoTime();
        for (Window window : counted) {
          window.underWay--;
          window.answered.add(now);
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Asked while waiting, so that a wait can be ended by an unchecked exception of its own. */
  public interface Watch {
    void waiting();
  }

  private RequestBudget() {}

  /**
   * A task begins. What the tasks of this process may do together is the sum of their shares.
   *
   * @param ofTasks how many tasks the source has, wherever they run
   */
  public static RequestBudget join(String source, Optional<Budget> budget, int ofTasks) {
    RequestBudget joined = SOURCES.computeIfAbsent(source, s -> new RequestBudget());
    joined.lock.lock();
    try {
      List<Budget.Rate> rates = budget.map(Budget::rates).orElse(List.of());
      if (joined.tasks == 0) {
        // what was asked just now still counts, but a definition may have changed
        joined.windows.keySet().retainAll(rates.stream().map(RequestBudget::name).toList());
      }
      joined.tasks++;
      joined.share += 1.0 / ofTasks;
      rates.forEach(rate -> joined.rate(name(rate), rate));
    } finally {
      joined.lock.unlock();
    }
    return joined;
  }

  /** A task ends. */
  public void leave(int ofTasks) {
    lock.lock();
    try {
      tasks--;
      share = tasks == 0 ? 0 : share - 1.0 / ofTasks;
    } finally {
      lock.unlock();
    }
  }

  private static String name(Budget.Rate rate) {
    return rate.window().toString();
  }

  private void rate(String name, Budget.Rate rate) {
    Window window = windows.computeIfAbsent(name, n -> new Window(rate));
    window.rate = rate;
  }

  /** A publisher says how many of one kind it bears now. */
  public void limit(String kind, Budget.Rate rate) {
    lock.lock();
    try {
      rate(kind, rate);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody asks the source for so long. */
  public void rest(Duration pause) {
    lock.lock();
    try {
      quietUntilNanos = Math.max(quietUntilNanos, System.nanoTime() + pause.toNanos());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until one more request is within all rates.
   *
   * @param kind of which {@link #limit} may have been told; empty for none
   */
  public Permit acquire(Optional<String> kind, Watch watch) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        List<Window> wanted = wanted(kind);
        long nanos = Math.max(quietUntilNanos - System.nanoTime(), 0);
        for (Window window : wanted) {
          nanos = Math.max(nanos, nanosUntilFree(window));
        }
        if (nanos == 0) {
          wanted.forEach(window -> window.underWay++);
          return new Permit(wanted);
        }
        watch.waiting();
        long most = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
        changed.awaitNanos(Math.min(nanos, most));
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Window> wanted(Optional<String> kind) {
    List<Window> wanted = new ArrayList<>();
    windows.forEach(
        (name, window) -> {
          if (name.startsWith("PT") || kind.filter(name::equals).isPresent()) {
            wanted.add(window);
          }
        });
    return wanted;
  }

  /** 0 where one more fits now; of a share below one request, the window is longer instead. */
  private long nanosUntilFree(Window window) {
    double mine = window.rate.requests() * Math.min(1, share);
    int most = Math.max(1, (int) Math.floor(mine + 1e-9));
    long length = window.rate.window().toNanos();
    long nanos = mine < 1 ? (long) (length / mine) : length;
    long now = System.nanoTime();
    while (!window.answered.isEmpty() && now - window.answered.peek() > nanos) {
      window.answered.remove();
    }
    if (window.underWay + window.answered.size() < most) {
      return 0;
    }
    return window.answered.isEmpty()
        ? Long.MAX_VALUE
        : Math.max(1, nanos - (now - window.answered.peek()));
  }

  /** How many requests may be sent at once by the tightest rate; empty without any. */
  public Optional<Long> left() {
    lock.lock();
    try {
      return windows.values().stream().map(window -> left(window)).min(Long::compare);
    } finally {
      lock.unlock();
    }
  }

  private long left(Window window) {
    nanosUntilFree(window);
    long most = Math.max(1, (long) Math.floor(window.rate.requests() * Math.min(1, share) + 1e-9));
    return Math.max(0, most - window.underWay - window.answered.size());
  }
}
