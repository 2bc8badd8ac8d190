package org.kuroshio.standalone.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.kuroshio.schemas.topic.TopicCheck;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.connect.WorkerSettings;
import org.kuroshio.standalone.installation.RunConfig;

/**
 * What a cluster has today.
 *
 * @param topics the names of all that this login may see
 * @param problems why topics that are there can't be used
 * @param connectors what the worker group runs now, settings by name
 */
public record ClusterState(
    Set<String> topics, List<String> problems, Map<String, Map<String, String>> connectors) {
  public ClusterState {
    topics = Set.copyOf(topics);
    problems = List.copyOf(problems);
    connectors = Collections.unmodifiableMap(new TreeMap<>(connectors));
  }

  /**
   * @throws org.apache.kafka.common.KafkaException if the cluster does not answer or refuses
   */
  public static ClusterState read(RunConfig config, Topics topics) {
    try (Admin admin = config.cluster().admin()) {
      TopicCheck check = new TopicCheck(admin);
      Set<String> present = new TreeSet<>(check.present());
      String connectors = WorkerSettings.configTopic(config);
      return new ClusterState(
          present,
          check.problems(topics),
          present.contains(connectors)
              ? ConnectorsTopic.read(config.cluster(), connectors)
              : Map.of());
    }
  }
}
