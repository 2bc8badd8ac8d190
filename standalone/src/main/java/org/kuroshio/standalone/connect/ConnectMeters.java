package org.kuroshio.standalone.connect;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Shows what a Connect worker measures among the process's own meters, as gauges {@code
 * kafka.connect.GROUP.NAME} with Connect's tags. Made by Connect, told by its threads whenever a
 * connector or task comes or goes.
 */
public final class ConnectMeters implements MetricsReporter {
  /** They are words. */
  private static final Pattern NO_NUMBERS =
      Pattern.compile("status|commit-id|connect-protocol|leader-name|.*(class|type|version)");

  private final Map<MetricName, Gauge> gauges = new ConcurrentHashMap<>();

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void init(List<KafkaMetric> metrics) {
    metrics.forEach(this::metricChange);
  }

  @Override
  public void metricChange(KafkaMetric metric) {
    MetricName name = metric.metricName();
    if (isConnects(name.group()) && !NO_NUMBERS.matcher(name.name()).matches()) {
      gauges.computeIfAbsent(name, n -> gauge(n, metric));
    }
  }

  @Override
  public void metricRemoval(KafkaMetric metric) {
    Gauge gauge = gauges.remove(metric.metricName());
    if (gauge != null) {
      Metrics.globalRegistry.remove(gauge);
    }
  }

  private static boolean isConnects(String group) {
    return group.startsWith("connect") || group.contains("task-");
  }

  private static Gauge gauge(MetricName name, KafkaMetric metric) {
    String group = name.group().replaceFirst("^connect-", "").replaceFirst("-metrics$", "");
    Tags tags = Tags.empty();
    for (Map.Entry<String, String> tag : name.tags().entrySet()) {
      tags = tags.and(tag.getKey().replace('-', '.'), tag.getValue());
    }
    return Gauge.builder(
            ("kafka.connect." + group + "." + name.name()).replace('-', '.'),
            metric,
            one -> one.metricValue() instanceof Number value ? value.doubleValue() : Double.NaN)
        .tags(tags)
        .description(name.description())
        .strongReference(true)
        .register(Metrics.globalRegistry);
  }

  @Override
  public void close() {
    gauges.values().forEach(Metrics.globalRegistry::remove);
    gauges.clear();
  }
}
