package org.kuroshio.standalone.role;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A look at something, again and again on a daemon thread of its own, until it is closed. */
public final class Lookout implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

  private final ScheduledExecutorService thread;

  private Lookout(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * @param every from the end of a look to the beginning of the next; the first comes at once
   * @param name of the thread
   * @param look interrupted when this is closed; one that throws is logged, and is not the last one
   */
  public static Lookout every(Duration every, String name, Runnable look) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(
        () -> guarded(name, look), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return new Lookout(thread);
  }

  private static void guarded(String name, Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      // the thread's outermost frame: the executor would drop every further look without a word
      LOG.atError().setCause(e).addKeyValue("thread", name).log("a look failed");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
