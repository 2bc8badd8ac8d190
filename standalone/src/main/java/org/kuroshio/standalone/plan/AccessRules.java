package org.kuroshio.standalone.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.delivery.Delivery;
import org.kuroshio.standalone.connect.WorkerSettings;
import org.kuroshio.standalone.installation.RoleName;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.plan.AccessRule.Resource;

/** The least that a process needs for its roles. */
final class AccessRules {
  private final RunConfig config;
  private final Topics topics;
  private final Map<Key, Set<String>> operations = new TreeMap<>();

  private AccessRules(RunConfig config, Topics topics) {
    this.config = config;
    this.topics = topics;
  }

  private record Key(Resource resource, String name, boolean prefixed) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::resource).thenComparing(Key::name).thenComparing(Key::prefixed);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  static List<AccessRule> of(RunConfig config, Topics topics, Set<RoleName> roles) {
    AccessRules rules = new AccessRules(config, topics);
    rules.everyRole();
    if (roles.contains(RoleName.INGEST)) {
      rules.ingest();
    }
    if (roles.contains(RoleName.STREAMS)) {
      rules.streams();
    }
    if (roles.contains(RoleName.SERVE)) {
      rules.serve();
    }
    return rules.operations.entrySet().stream()
        .map(
            rule ->
                new AccessRule(
                    rule.getKey().resource(),
                    rule.getKey().name(),
                    rule.getKey().prefixed(),
                    rule.getValue()))
        .toList();
  }

  /** Each process checks all topics when it starts, and makes those that are missing. */
  private void everyRole() {
    topics.all().forEach(topic -> topic(topic.name(), "Create", "Describe", "DescribeConfigs"));
  }

  private void ingest() {
    Stream.concat(topics.events().stream(), Stream.of(topics.rejected(), topics.sourceStatus()))
        .forEach(topic -> topic(topic.name(), "Write"));
    Stream.of(
            WorkerSettings.configTopic(config),
            WorkerSettings.offsetTopic(config),
            WorkerSettings.statusTopic(config))
        .forEach(name -> topic(name, "Create", "Describe", "DescribeConfigs", "Read", "Write"));
    // positions that the sources' meters and their silence are told from
    topic(topics.sourceStatus().name(), "Read");
    allow(Resource.GROUP, config.connectGroup(), false, "Read");
    allow(Resource.TRANSACTIONAL_ID, WorkerSettings.leaderTransactions(config), false, "Write");
    allow(Resource.TRANSACTIONAL_ID, config.connectGroup() + "-", true, "Write");
  }

  private void streams() {
    topics.events().forEach(topic -> topic(topic.name(), "Read"));
    topics.all().stream()
        .filter(topic -> !topics.events().contains(topic))
        .forEach(topic -> topic(topic.name(), "Read", "Write"));
    String all = config.groupPrefix() + "kuroshio-";
    allow(Resource.GROUP, all, true, "Read");
    allow(Resource.TRANSACTIONAL_ID, all, true, "Write");
  }

  private void serve() {
    topics.all().stream().map(Topic::name).forEach(name -> topic(name, "Read"));
    topic(topics.commands().name(), "Write");
    config.alerts().delivery().channels().stream()
        .map(channel -> Delivery.group(config.groupPrefix(), channel.name()))
        .forEach(group -> allow(Resource.GROUP, group, false, "Read"));
  }

  private void topic(String name, String... allowed) {
    allow(Resource.TOPIC, name, false, allowed);
  }

  private void allow(Resource resource, String name, boolean prefixed, String... allowed) {
    operations
        .computeIfAbsent(new Key(resource, name, prefixed), key -> new TreeSet<>())
        .addAll(List.of(allowed));
  }
}
