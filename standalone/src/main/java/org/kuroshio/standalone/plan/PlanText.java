package org.kuroshio.standalone.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kuroshio.standalone.connect.SourceConnectors;
import org.kuroshio.standalone.installation.RunConfig;

/** A plan for people: what would be made, and what is there already. */
public final class PlanText {
  private final RunConfig config;
  private final InstallationPlan plan;
  private final Optional<ClusterState> cluster;

  /**
   * @param cluster empty where it could not be asked
   */
  public PlanText(RunConfig config, InstallationPlan plan, Optional<ClusterState> cluster) {
    this.config = config;
    this.plan = plan;
    this.cluster = cluster;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Topics");
    plan.topics().forEach(topic -> lines.add("  " + topic(topic)));
    cluster.ifPresent(state -> state.problems().forEach(why -> lines.add("  WRONG   " + why)));
    lines.add("Access rules for " + config.principal());
    plan.rules()
        .forEach(
            rule ->
                lines.add(
                    "  " + rule.command(config.cluster().bootstrapServers(), config.principal())));
    lines.add("Consumer groups");
    plan.groups().forEach(group -> lines.add("  " + group));
    lines.add("Transactional ids");
    plan.transactionalIds().forEach(id -> lines.add("  " + id));
    plan.alertRules().forEach(file -> lines.add("Alert rules of " + file));
    lines.add("Connectors");
    new TreeMap<>(plan.connectors())
        .forEach((name, settings) -> lines.addAll(connector(name, settings)));
    cluster.ifPresent(state -> lines.addAll(removed(state)));
    return lines;
  }

  private String topic(InstallationPlan.PlannedTopic topic) {
    String replication =
        topic.replication() == -1 ? "the cluster's" : String.valueOf(topic.replication());
    return "%-7s %s: partitions=%d, replication %s, %s"
        .formatted(
            known(cluster.map(state -> state.topics().contains(topic.name()))),
            topic.name(),
            topic.partitions(),
            replication,
            inOrder(topic.settings()));
  }

  private static String known(Optional<Boolean> present) {
    return present.map(there -> there ? "there" : "create").orElse("needed");
  }

  private List<String> connector(String name, Map<String, String> settings) {
    List<String> lines = new ArrayList<>();
    Optional<Map<String, String>> now = cluster.map(ClusterState::connectors).map(c -> c.get(name));
    if (now.isEmpty()) {
      lines.add("  create  %s: %s".formatted(name, inOrder(settings)));
    } else if (now.get().equals(settings)) {
      lines.add("  there   " + name);
    } else {
      lines.add("  change  " + name);
      lines.addAll(changes(now.get(), settings));
    }
    return lines;
  }

  private static List<String> changes(Map<String, String> now, Map<String, String> then) {
    Map<String, String> all = new TreeMap<>(now);
    all.putAll(then);
    return all.keySet().stream()
        .filter(key -> !Objects.equals(now.get(key), then.get(key)))
        .map(
            key ->
                "            %s: %s -> %s"
                    .formatted(
                        key,
                        now.getOrDefault(key, "(not set)"),
                        then.getOrDefault(key, "(not set)")))
        .toList();
  }

  private List<String> removed(ClusterState state) {
    return state.connectors().entrySet().stream()
        .filter(connector -> !plan.connectors().containsKey(connector.getKey()))
        .filter(connector -> SourceConnectors.isOurs(connector.getValue()))
        .map(connector -> "  remove  " + connector.getKey())
        .toList();
  }

  private static String inOrder(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
  }
}
