package org.kuroshio.standalone.load;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.kuroshio.standalone.failure.Failure;

/** Waits for what the broker in this process was asked. */
final class Answer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Answer() {}

  static <T> T of(KafkaFuture<T> answer, String purpose) {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new Failure(
          "the broker refused to %s: %s".formatted(purpose, e.getCause().getMessage()), e);
    } catch (TimeoutException e) {
      throw new Failure(
          "the broker gave no answer within %d s when asked to %s"
              .formatted(PATIENCE.toSeconds(), purpose),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while waiting to " + purpose, e);
    }
  }
}
