package org.kuroshio.standalone.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.broker.DataDirectory;
import org.kuroshio.standalone.broker.EmbeddedBroker;
import org.kuroshio.standalone.failure.Failure;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectWorkerIT {
  private DataDirectory directory;
  private EmbeddedBroker broker;

  @BeforeAll
  void startBroker(@TempDir Path temp) {
    directory = DataDirectory.openOrCreate(temp.resolve("data"), "test");
    broker = EmbeddedBroker.start(directory, 0, failure -> {});
  }

  @AfterAll
  void stopBroker() {
    broker.close();
    directory.close();
  }

  @Test
  void shouldGoOnWhereAClosedWorkerStopped(@TempDir Path positions) throws Exception {
    // Given
    create("resumed");
    try (ConnectWorker worker = start(positions)) {
      worker.run("numbers", settings("resumed", 20));
      await().untilAsserted(() -> assertThat(end("resumed")).isEqualTo(20));
    }

    // When
    try (ConnectWorker worker = start(positions)) {
      worker.run("numbers", settings("resumed", 30));

      // Then
      await().untilAsserted(() -> assertThat(end("resumed")).isGreaterThanOrEqualTo(30));
    }
    assertThat(end("resumed")).isEqualTo(30);
    assertThat(positions).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
  }

  @Test
  void shouldGiveTheWordsOfTheFailedTask(@TempDir Path positions) throws Exception {
    create("failing");
    try (ConnectWorker worker = start(positions)) {
      worker.run(
          "numbers",
          Map.of(
              "connector.class",
              CountingConnector.class.getName(),
              CountingConnector.TOPIC,
              "failing",
              CountingConnector.UNTIL,
              "20",
              CountingConnector.FAIL_AT,
              "7"));
      await()
          .untilAsserted(
              () -> assertThat(worker.failure("numbers")).contains("number 7 is unlucky"));
    }
  }

  @Test
  void shouldRefuseSettingsThatTheConnectorRefuses(@TempDir Path positions) {
    try (ConnectWorker worker = start(positions)) {
      assertThatThrownBy(() -> worker.run("numbers", settings("any", "many")))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("until");
    }
  }

  private ConnectWorker start(Path positions) {
    return ConnectWorker.start(broker.bootstrapServers(), positions);
  }

  private static Map<String, String> settings(String topic, Object until) {
    return Map.of(
        "connector.class",
        CountingConnector.class.getName(),
        CountingConnector.TOPIC,
        topic,
        CountingConnector.UNTIL,
        until.toString());
  }

  private void create(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private long end(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      TopicPartition partition = new TopicPartition(topic, 0);
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
