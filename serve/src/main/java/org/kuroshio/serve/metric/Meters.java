package org.kuroshio.serve.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.kuroshio.serve.scan.KafkaClient;

/** Everything that is measured in this process. */
public final class Meters implements KafkaClient.Watch, AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<AutoCloseable> closed = new CopyOnWriteArrayList<>();

  public Meters() {
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(registry);
    closed.add(collections);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** For meters of other parts of the process too. */
  public MeterRegistry registry() {
    return registry;
  }

  @Override
  public void made(Consumer<?, ?> consumer) {
    KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
    metrics.bindTo(registry);
    closed.add(metrics);
  }

  /** In Prometheus' text format. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : closed) {
      each.close();
    }
    registry.close();
  }
}
