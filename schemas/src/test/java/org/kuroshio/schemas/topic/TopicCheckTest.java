package org.kuroshio.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.schemas.fixture.Fixtures;

/** Against a real broker. */
class TopicCheckTest {
  @TempDir static Path directory;

  private static Broker broker;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    broker = new Broker(directory);
    admin = broker.admin();
  }

  @AfterAll
  static void stop() {
    admin.close(Duration.ZERO);
    broker.close();
  }

  @Test
  void shouldCreateWhatIsMissingAndAcceptItAfterwards()
      throws ExecutionException, InterruptedException {
    Topics topics = topics("fresh.");

    new TopicCheck(admin).ensure(topics);
    new TopicCheck(admin).ensure(topics);

    assertThat(admin.listTopics().names().get())
        .containsAll(topics.all().stream().map(Topic::name).toList());
    assertThat(configs("fresh.innovation.ventures"))
        .containsAllEntriesOf(topics.ventures().configs());
    assertThat(configs("fresh.innovation.indicators"))
        .containsAllEntriesOf(topics.indicators().configs());
  }

  @Test
  void shouldNameEveryDifferenceAndCreateNothing() throws ExecutionException, InterruptedException {
    create("odd.innovation.patents", 3, Map.of("retention.ms", "-1"));
    create("odd.innovation.ventures", 4, Map.of("cleanup.policy", "compact", "retention.ms", "-1"));
    create("odd.innovation.programs", 4, Map.of("retention.ms", "604800000"));

    assertThatThrownBy(() -> new TopicCheck(admin).ensure(topics("odd.")))
        .isInstanceOfSatisfying(
            TopicMismatchException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(3)
                    .anySatisfy(
                        problem ->
                            assertThat(problem)
                                .contains("odd.innovation.patents has 3 partitions, needs 4"))
                    .anySatisfy(
                        problem ->
                            assertThat(problem)
                                .contains("odd.innovation.ventures has cleanup.policy=compact"))
                    .anySatisfy(
                        problem ->
                            assertThat(problem)
                                .contains("odd.innovation.programs has retention.ms=604800000")));
    assertThat(admin.listTopics().names().get()).doesNotContain("odd.innovation.reference");
  }

  @Test
  void shouldSayThatNoClusterAnswers() {
    Admin nowhere = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
    TopicCheck check = new TopicCheck(nowhere, Duration.ofMillis(200));

    assertThatThrownBy(() -> check.ensure(Fixtures.topics()))
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("check that the brokers are up");
    nowhere.close(Duration.ZERO);
  }

  private static Topics topics(String prefix) {
    return Topics.of(Fixtures.ids(), TopicSettings.DEFAULT.withPrefix(prefix));
  }

  private static void create(String name, int partitions, Map<String, String> configs)
      throws ExecutionException, InterruptedException {
    NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
    admin.createTopics(List.of(topic)).all().get();
    Awaitility.await().until(() -> admin.listTopics().names().get().contains(name));
  }

  private static Map<String, String> configs(String name)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
    return config.entries().stream()
        .collect(Collectors.toMap(entry -> entry.name(), entry -> entry.value()));
  }
}
