package org.kuroshio.standalone.sourcestatus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.table.SourceStatus;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.scan.Pulse;
import org.kuroshio.serve.scan.TopicScan;

/** The newest word of every task, by source and slice. */
public final class SourceStatuses {
  private SourceStatuses() {}

  /**
   * One reading of the topic, which keeps little more than the newest word of each task.
   *
   * @throws KafkaException if the cluster does not answer
   */
  public static List<SourceHealth> read(Cluster cluster, Topics topics, Instant now, Pulse pulse) {
    Map<String, SourceStatus> newest = new TreeMap<>();
    try (TopicScan<SourceStatus> scan = TopicScan.of(cluster, topics.sourceStatus(), pulse)) {
      if (scan.exists()) {
        scan.read(
            0,
            (key, status) -> {
              if (status == null) {
                newest.remove(key);
              } else {
                newest.put(key, status);
              }
              return true;
            });
      }
    }
    return newest.values().stream().map(status -> new SourceHealth(status, now)).toList();
  }
}
