package org.kuroshio.ingest.progress;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The meters of one unit of a source that is asked over HTTP. No tag holds an address. */
final class UnitMeters {
  private final MeterRegistry registry;
  private final Tags tags;
  private final List<Meter> gauges = new ArrayList<>();
  private final Counter retries;

  UnitMeters(MeterRegistry registry, String source, String slice) {
    this.registry = registry;
    this.tags = Tags.of("source", source, "slice", slice);
    this.retries =
        Counter.builder("kuroshio.ingest.retries")
            .description("Requests that had to be made again")
            .tags(tags)
            .register(registry);
  }

  /**
   * @param outcome a status, or one word
   */
  void request(String outcome, Duration took) {
    Timer.builder("kuroshio.ingest.requests")
        .description("Requests by what came of them, and how long that took")
        .tags(tags.and("status", outcome))
        .register(registry)
        .record(took);
  }

  void retry() {
    retries.increment();
  }

  void gauges(UnitProgress unit) {
    gauge(
        unit,
        "kuroshio.ingest.budget.left",
        "Requests left of the tightest budget",
        u -> {
          return u.budgetLeft().map(Long::doubleValue).orElse(Double.NaN);
        });
    gauge(
        unit,
        "kuroshio.ingest.since.success",
        "Seconds since an answer was read to its end",
        UnitProgress::secondsSinceSuccess);
    gauge(
        unit,
        "kuroshio.ingest.lag",
        "Seconds between now and the newest publication that was read",
        UnitProgress::secondsBehind);
  }

  private void gauge(
      UnitProgress unit, String name, String what, ToDoubleFunction<UnitProgress> value) {
    gauges.add(Gauge.builder(name, unit, value).description(what).tags(tags).register(registry));
  }

  /** The unit is read no more here. */
  void close() {
    gauges.forEach(registry::remove);
  }
}
