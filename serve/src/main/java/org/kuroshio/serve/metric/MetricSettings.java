package org.kuroshio.serve.metric;

import java.time.Duration;
import java.util.List;

/**
 * What is measured.
 *
 * @param indicators whose latest values are gauges
 * @param regions of which
 * @param longestLag how long an event may wait for a cut before the server is not ready any more
 */
public record MetricSettings(List<String> indicators, List<String> regions, Duration longestLag) {
  /** A few values of the paper's regions. */
  public static final MetricSettings DEFAULT =
      new MetricSettings(
          List.of("venture.stock", "venture.share_of_country", "program.platform.active"),
          List.of("JP", "JP-KANTO11", "JP-13"),
          Duration.ofSeconds(60));

  public MetricSettings {
    indicators = List.copyOf(indicators);
    regions = List.copyOf(regions);
  }
}
