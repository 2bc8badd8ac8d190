package org.kuroshio.standalone.session;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kuroshio.standalone.failure.StoppedException;

/**
 * Ctrl-C and SIGTERM, made into a flag that the main thread looks at, so that it closes what it
 * opened in its own order. The process ends when this is closed, or when the main thread takes too
 * long.
 */
public final class StopRequest implements AutoCloseable {
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(25);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop-request");

  private StopRequest() {}

  /** One per process, around everything that has to be closed. */
  public static StopRequest onSignal() {
    StopRequest request = new StopRequest();
    Runtime.getRuntime().addShutdownHook(request.hook);
    return request;
  }

  /** One that is never asked for, where there is no process of our own to end. */
  public static StopRequest never() {
    return new StopRequest();
  }

  /**
   * @throws StoppedException once the process was told to end
   */
  public void check() {
    if (requested.getCount() == 0) {
      throw new StoppedException();
    }
  }

  /**
   * Waits that long, or until the process is told to end.
   *
   * @throws StoppedException once the process was told to end
   */
  public void await(Duration longest) {
    try {
      requested.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    check();
  }

  @Override
  public void close() {
    closed.countDown();
    if (requested.getCount() > 0) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the process began to end a moment ago, and the hook finds this closed
      }
    }
  }

  private void stop() {
    requested.countDown();
    try {
      closed.await(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
