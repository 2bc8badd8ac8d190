package org.kuroshio.schemas.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Brings a cluster and the registry into agreement before anything is read or written. Blocks; used
 * once per start.
 */
public final class TopicCheck {
  private static final Set<String> LOSES_FACTS =
      Set.of(TopicConfig.RETENTION_MS_CONFIG, TopicConfig.RETENTION_BYTES_CONFIG);

  private static final Duration RETRY = Duration.ofMillis(50);

  private final Admin admin;
  private final Duration patience;

  public TopicCheck(Admin admin) {
    this(admin, Duration.ofSeconds(30));
  }

  /**
   * @param patience the longest wait for one answer of the cluster
   */
  public TopicCheck(Admin admin, Duration patience) {
    this.admin = admin;
    this.patience = patience;
  }

  /**
   * Creates what is missing, then checks all.
   *
   * @throws TopicMismatchException naming every difference, not the first only. Nothing is created
   *     then
   * @throws KafkaException if the cluster does not answer or refuses
   */
  public void ensure(Collection<? extends Topic<?>> topics) {
    Set<String> present = present();
    List<? extends Topic<?>> missing =
        topics.stream().filter(topic -> !present.contains(topic.name())).toList();
    verify(topics.stream().filter(topic -> present.contains(topic.name())).toList());
    if (!missing.isEmpty()) {
      missing.forEach(this::create);
      awaitVisible(missing);
      verify(missing);
    }
  }

  /** {@link #ensure(Collection)} of the whole registry. */
  public void ensure(Topics topics) {
    ensure(topics.all());
  }

  /** The names of all topics that the login may see. */
  public Set<String> present() {
    return await(admin.listTopics().names(), "list the topics");
  }

  /** Why those of the topics that are there can't be used; changes nothing. */
  public List<String> problems(Topics topics) {
    Set<String> present = present();
    return differences(
        topics.all().stream().filter(topic -> present.contains(topic.name())).toList());
  }

  private void create(Topic<?> topic) {
    try {
      await(admin.createTopics(List.of(topic.toCreate())).all(), "create " + topic.name());
    } catch (TopicExistsException e) {
      // another process of the same installation was faster; verify looks at what it made
    }
  }

  /**
   * A created topic reaches the other brokers a moment later; whoever starts on it before that
   * fails.
   */
  private void awaitVisible(List<? extends Topic<?>> topics) {
    Set<String> names = topics.stream().map(Topic::name).collect(Collectors.toSet());
    Instant end = Instant.now().plus(patience);
    while (!present().containsAll(names)) {
      if (Instant.now().isAfter(end)) {
        throw new KafkaException(
            "the topics %s were created, but are not to be seen after %d s: check that all brokers are up"
                .formatted(names, patience.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while waiting for new topics", e);
    }
  }

  private void verify(List<? extends Topic<?>> topics) {
    List<String> problems = differences(topics);
    if (!problems.isEmpty()) {
      throw new TopicMismatchException(problems);
    }
  }

  private List<String> differences(List<? extends Topic<?>> topics) {
    if (topics.isEmpty()) {
      return List.of();
    }
    Map<String, TopicDescription> descriptions =
        await(
            admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames(),
            "describe the topics");
    Map<ConfigResource, Config> configs =
        await(
            admin.describeConfigs(topics.stream().map(TopicCheck::resource).toList()).all(),
            "read the topics' settings");
    List<String> problems = new ArrayList<>();
    for (Topic<?> topic : topics) {
      checkPartitions(topic, descriptions.get(topic.name()).partitions().size(), problems);
      checkSettings(topic, configs.get(resource(topic)), problems);
    }
    return problems;
  }

  private static ConfigResource resource(Topic<?> topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private static void checkPartitions(Topic<?> topic, int found, List<String> problems) {
    if (found != topic.partitions()) {
      problems.add(
          "%s has %d partitions, needs %d: keys would stand in other partitions than before; copy it into a topic of %d, or configure what it has"
              .formatted(topic.name(), found, topic.partitions(), topic.partitions()));
    }
  }

  private static void checkSettings(Topic<?> topic, Config config, List<String> problems) {
    topic
        .guarded()
        .forEach(
            (name, needed) -> {
              ConfigEntry entry = config.get(name);
              String found = entry == null ? "not set" : entry.value();
              if (!needed.equals(found)) {
                problems.add(
                    "%s has %s=%s, needs %s: %s"
                        .formatted(topic.name(), name, found, needed, consequence(topic, name)));
              }
            });
  }

  private static String consequence(Topic<?> topic, String setting) {
    if (LOSES_FACTS.contains(setting)) {
      return "it would forget what tables are restored from";
    }
    if (setting.equals(TopicConfig.CLEANUP_POLICY_CONFIG)) {
      return topic.cleanup() == Cleanup.DELETE
          ? "a compacted log loses the history that tables are recomputed from"
          : "it would grow without end";
    }
    return "a record's time is when the fact was published, not when it arrived";
  }

  private <T> T await(KafkaFuture<T> answer, String purpose) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException exists) {
        throw exists;
      }
      throw new KafkaException(
          "the cluster refused to %s: %s".formatted(purpose, e.getCause().getMessage()),
          e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException(
          "the cluster gave no answer within %d s when asked to %s: check that the brokers are up"
              .formatted(patience.toSeconds(), purpose),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while waiting to " + purpose, e);
    }
  }
}
