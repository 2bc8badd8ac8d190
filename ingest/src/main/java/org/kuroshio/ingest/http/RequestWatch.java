package org.kuroshio.ingest.http;

import java.time.Duration;

/** Told of requests on the reading thread, which it may leave by an unchecked exception. */
public interface RequestWatch {
  /** An answer came, good or not. */
  void answered(int status, Duration took);

  /**
   * None came.
   *
   * @param reason one word for counting
   */
  void broke(String reason, Duration took);

  /** A request will be made again. */
  void retrying(String error);

  /** While waiting for the budget, some times a second. */
  void waiting();

  /** Waits, or leaves. */
  void rest(Duration pause) throws InterruptedException;
}
