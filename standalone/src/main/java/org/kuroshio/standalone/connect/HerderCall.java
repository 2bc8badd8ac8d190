package org.kuroshio.standalone.connect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.util.Callback;

/** A herder answers through callbacks; this waits for one. */
final class HerderCall {
  private static final int LONGEST_SECONDS = 60;

  private HerderCall() {}

  /** One of the herder's methods. */
  interface Request<T> {
    void ask(Callback<T> done);
  }

  /**
   * @throws ConnectException if the herder refuses, with its words as those of its cause: not the
   *     leader, a rebalance under way, wrong settings
   */
  static <T> T of(Request<T> request) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    request.ask(
        (error, result) -> {
          if (error == null) {
            answer.complete(result);
          } else {
            answer.completeExceptionally(error);
          }
        });
    try {
      return answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ConnectException(Trace.reason(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      throw new ConnectException("Connect did not answer within " + LONGEST_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectException("interrupted while Connect was asked", e);
    }
  }
}
