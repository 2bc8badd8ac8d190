package org.kuroshio.serve.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicInteger;
import org.kuroshio.serve.delivery.settings.ChannelSettings;

/** What a channel counts: {@code kuroshio.delivery.*} by channel and kind. */
final class DeliveryMeters {
  private final Counter delivered;
  private final Counter failures;
  private final Counter givenUp;
  private final AtomicInteger waiting;

  DeliveryMeters(MeterRegistry registry, ChannelSettings channel) {
    Tags tags = Tags.of("channel", channel.name(), "kind", channel.target().kind());
    this.delivered = registry.counter("kuroshio.delivery.transitions", tags);
    this.failures = registry.counter("kuroshio.delivery.failures", tags);
    this.givenUp = registry.counter("kuroshio.delivery.given.up", tags);
    this.waiting = registry.gauge("kuroshio.delivery.waiting", tags, new AtomicInteger());
  }

  void delivered(int transitions) {
    delivered.increment(transitions);
  }

  void failed() {
    failures.increment();
  }

  void givenUp(int transitions) {
    givenUp.increment(transitions);
  }

  void waiting(int transitions) {
    waiting.set(transitions);
  }
}
