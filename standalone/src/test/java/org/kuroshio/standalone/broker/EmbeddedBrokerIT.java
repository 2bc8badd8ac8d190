package org.kuroshio.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.failure.Failure;

class EmbeddedBrokerIT {
  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void chooseRoot() {
    root = temp.resolve("data");
  }

  @Test
  void shouldKeepRecordsOverARestartOnOtherPorts() throws Exception {
    // Given
    String before;
    try (DataDirectory directory = DataDirectory.openOrCreate(root, "test");
        EmbeddedBroker broker = start(directory)) {
      before = broker.bootstrapServers();
      create(broker, "kept");
      write(broker, "kept", List.of("a", "b", "c"));
    }

    // When
    try (DataDirectory directory = DataDirectory.openOrCreate(root, "test");
        EmbeddedBroker broker = start(directory)) {

      // Then
      assertThat(broker.bootstrapServers()).isNotEqualTo(before);
      assertThat(committed(broker, "kept", 1)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void shouldStartAtOnceAfterAKillInATransactionAndLoseNothing() throws Exception {
    // Given
    try (ChildJvm writer = ChildJvm.untilReady(UnfinishedWriter.class, root.toString())) {
      writer.kill();
    }

    // When
    Instant start = Instant.now();
    try (DataDirectory directory = DataDirectory.openOrCreate(root, "test");
        EmbeddedBroker broker = start(directory)) {
      List<String> values = committed(broker, UnfinishedWriter.TOPIC, 2);

      // Then
      // every timeout that could be waited for is a minute or more; a busy machine takes ten
      // seconds
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
      assertThat(values)
          .hasSize(UnfinishedWriter.COMMITTED)
          .allMatch(value -> value.startsWith("committed"));
      assertThat(members(broker)).isZero();
    }
  }

  @Test
  void shouldNameTheProcessThatHoldsTheDirectory() throws Exception {
    try (ChildJvm holder = ChildJvm.untilReady(DirectoryHolder.class, root.toString())) {
      assertThatThrownBy(() -> DataDirectory.openOrCreate(root, "table"))
          .isInstanceOf(Failure.class)
          .hasMessageContaining(
              "is in use by process " + holder.pid() + " (kuroshio load nta-diff)")
          .hasMessageContaining("--url");
    }
    DataDirectory.openOrCreate(root, "table").close();
  }

  @Test
  void shouldSayWhyTheBrokerCannotStart() throws IOException {
    // Given
    try (DataDirectory directory = DataDirectory.openOrCreate(root, "test")) {
      StorageFormat.ensure(directory.broker());
      Files.writeString(directory.broker().resolve("meta.properties"), "version=1\nnode.id=7\n");

      // When, Then
      assertThatThrownBy(() -> start(directory))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("could not start on " + root)
          .hasMessageContaining("meta.properties");
    }
  }

  @Test
  void shouldRefuseAPortThatIsTaken() throws IOException {
    try (DataDirectory directory = DataDirectory.openOrCreate(root, "test");
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort(), failure -> {}))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " of 127.0.0.1 is taken");
    }
  }

  private static EmbeddedBroker start(DataDirectory directory) {
    return EmbeddedBroker.start(
        directory,
        0,
        failure -> {
          throw failure;
        });
  }

  private static void create(EmbeddedBroker broker, String topic)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static int members(EmbeddedBroker broker)
      throws ExecutionException, InterruptedException {
    try (Admin admin = admin(broker)) {
      return admin
          .describeConsumerGroups(List.of(UnfinishedWriter.GROUP))
          .describedGroups()
          .get(UnfinishedWriter.GROUP)
          .get()
          .members()
          .size();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static void write(EmbeddedBroker broker, String topic, List<String> values)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value)).get();
      }
    }
  }

  /** Everything that a committed reader is shown, up to the physical end of the topic. */
  private static List<String> committed(EmbeddedBroker broker, String topic, int partitions) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> all = new ArrayList<>();
      for (int partition = 0; partition < partitions; partition++) {
        all.add(new TopicPartition(topic, partition));
      }
      consumer.assign(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(Set.copyOf(all));
      while (all.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
