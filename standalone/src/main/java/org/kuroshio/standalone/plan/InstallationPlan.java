package org.kuroshio.standalone.plan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.delivery.Delivery;
import org.kuroshio.standalone.connect.ConnectorConfigs;
import org.kuroshio.standalone.connect.WorkerSettings;
import org.kuroshio.standalone.installation.RoleName;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.streams.Alerting;
import org.kuroshio.streams.Pipeline;

/**
 * What a process needs of its cluster.
 *
 * @param alertRules files of rules beside the shipped ones, of whoever judges by them
 * @param connectors settings by name
 */
public record InstallationPlan(
    List<PlannedTopic> topics,
    List<AccessRule> rules,
    Set<String> groups,
    Set<String> transactionalIds,
    List<Path> alertRules,
    Map<String, Map<String, String>> connectors) {
  public InstallationPlan {
    topics = List.copyOf(topics);
    rules = List.copyOf(rules);
    groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    transactionalIds = Collections.unmodifiableSet(new TreeSet<>(transactionalIds));
    alertRules = List.copyOf(alertRules);
    connectors = Map.copyOf(connectors);
  }

  /**
   * @throws org.kuroshio.standalone.failure.Failure if a source's settings are wrong
   */
  public static InstallationPlan of(RunConfig config, Topics topics, Set<RoleName> roles) {
    boolean ingest = roles.contains(RoleName.INGEST);
    boolean streams = roles.contains(RoleName.STREAMS);
    Set<String> groups = new TreeSet<>();
    Set<String> transactionalIds = new TreeSet<>();
    if (streams) {
      groups.add(config.groupPrefix() + Pipeline.ENTITY_CELLS);
      groups.add(config.groupPrefix() + Pipeline.REGION_TABLES);
      Alerting.GROUPS.forEach(group -> groups.add(config.groupPrefix() + group));
      groups.forEach(group -> transactionalIds.add(group + "-*"));
    }
    if (ingest) {
      groups.add(config.connectGroup());
      transactionalIds.add(config.connectGroup() + "-*");
      transactionalIds.add(WorkerSettings.leaderTransactions(config));
    }
    if (roles.contains(RoleName.SERVE)) {
      config.alerts().delivery().channels().stream()
          .map(channel -> Delivery.group(config.groupPrefix(), channel.name()))
          .forEach(groups::add);
    }
    return new InstallationPlan(
        Stream.concat(
                topics.all().stream().map(PlannedTopic::of),
                ingest ? workerTopics(config) : Stream.of())
            .toList(),
        AccessRules.of(config, topics, roles),
        groups,
        transactionalIds,
        streams ? config.alerts().rules() : List.of(),
        ingest ? ConnectorConfigs.of(config) : Map.of());
  }

  private static Stream<PlannedTopic> workerTopics(RunConfig config) {
    short replication = config.topicSettings().replicationFactor();
    return Stream.of(
        PlannedTopic.compacted(WorkerSettings.configTopic(config), 1, replication),
        PlannedTopic.compacted(
            WorkerSettings.offsetTopic(config), WorkerSettings.STORE_PARTITIONS, replication),
        PlannedTopic.compacted(
            WorkerSettings.statusTopic(config), WorkerSettings.STORE_PARTITIONS, replication));
  }

  /**
   * A topic as it would be made.
   *
   * @param replication -1 for the cluster's default
   */
  public record PlannedTopic(
      String name, int partitions, short replication, Map<String, String> settings) {
    static PlannedTopic of(Topic<?> topic) {
      return new PlannedTopic(
          topic.name(), topic.partitions(), topic.replicationFactor(), topic.configs());
    }

    static PlannedTopic compacted(String name, int partitions, short replication) {
      return new PlannedTopic(name, partitions, replication, Map.of("cleanup.policy", "compact"));
    }
  }
}
