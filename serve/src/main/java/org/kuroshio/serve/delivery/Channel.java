package org.kuroshio.serve.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.kuroshio.schemas.backoff.Backoff;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.serve.delivery.settings.ChannelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One channel on a thread of its own: reads alerts and hands them on until it is closed. A broker
 * that is away is waited for.
 */
final class Channel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

  /** What a kind of channel does with its consumer. Everything on the channel's thread. */
  interface Following extends AutoCloseable {
    /** A consumer of its own, subscribed or assigned. */
    KafkaConsumer<String, Alert> open();

    /** Reads once, and sends what is due; returns soon. */
    void step(KafkaConsumer<String, Alert> consumer);

    @Override
    void close();
  }

  private final ChannelSettings settings;
  private final Following following;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  private Channel(ChannelSettings settings, Following following) {
    this.settings = settings;
    this.following = following;
    this.backoff = settings.pacing().backoff(RandomGenerator.getDefault());
    this.thread = new Thread(this::run, "delivery-" + settings.name());
    thread.setDaemon(true);
  }

  static Channel start(ChannelSettings settings, Following following) {
    Channel channel = new Channel(settings, following);
    channel.thread.start();
    return channel;
  }

  /** Ends between two steps; what is not delivered is delivered by the next who starts. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(STOPS_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (following) {
      int failures = 0;
      while (!isStopped(Duration.ZERO)) {
        long began = System.nanoTime();
        try (KafkaConsumer<String, Alert> consumer = following.open()) {
          while (!isStopped(Duration.ZERO)) {
            following.step(consumer);
          }
        } catch (WakeupException e) {
          throw new IllegalStateException("nobody wakes this consumer", e);
        } catch (KafkaException e) {
          failures = System.nanoTime() - began > STOPS_WITHIN.toNanos() ? 1 : failures + 1;
          LOG.atWarn()
              .addKeyValue("channel", settings.name())
              .setCause(e)
              .log("alerts can't be read; the channel tries again");
          isStopped(backoff.pause(failures));
        }
      }
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("channel", settings.name())
          .setCause(e)
          .log("a delivery channel has ended; its alerts wait for the next start");
    }
  }

  private boolean isStopped(Duration atMost) {
    try {
      return stop.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
