package org.kuroshio.ingest.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Given by one thread, seen by the reading one. */
public final class StopSignal {
  private final CountDownLatch stopped = new CountDownLatch(1);

  public void stop() {
    stopped.countDown();
  }

  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Waits for the signal, but not longer than this; true if it was given. */
  public boolean await(Duration longest) throws InterruptedException {
    return stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @throws StoppedException if the signal was given
   */
  public void check() {
    if (isStopped()) {
      throw new StoppedException();
    }
  }
}
