package org.kuroshio.standalone.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.schemas.frame.BundledIds;
import org.kuroshio.schemas.table.Alert;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;

/** Reads how each alert stands. Starts no streams. */
public final class AlertsReader {
  private static final List<String> SEVERITIES = List.of("critical", "warning", "info");

  private static final Comparator<Alert> GRAVEST_FIRST =
      Comparator.comparing((Alert alert) -> SEVERITIES.indexOf(alert.getSeverity()))
          .thenComparing(Alert::getRule)
          .thenComparing(Alert::getSubject);

  private final String bootstrapServers;
  private final Pulse pulse;

  public AlertsReader(String bootstrapServers, Pulse pulse) {
    this.bootstrapServers = bootstrapServers;
    this.pulse = pulse;
  }

  /** Every alert that there ever was, in its last episode, the gravest first. */
  public List<Alert> all() {
    Map<String, Alert> alerts = new TreeMap<>();
    try (TopicScan<Alert> scan =
        TopicScan.of(bootstrapServers, Topics.of(new BundledIds()).alerts(), pulse)) {
      if (scan.exists()) {
        scan.read(
            0,
            (key, alert) -> {
              alerts.put(key, alert);
              return true;
            });
      }
    }
    List<Alert> sorted = new ArrayList<>(alerts.values());
    sorted.sort(GRAVEST_FIRST);
    return sorted;
  }
}
