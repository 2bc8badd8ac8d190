package org.kuroshio.standalone.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A process that commits one transaction, opens a second one and a group membership with long
 * timeouts, and waits to be killed in the middle of both.
 */
final class UnfinishedWriter {
  static final String TOPIC = "facts";
  static final String GROUP = "readers";
  static final int COMMITTED = 5_000;

  private UnfinishedWriter() {}

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    DataDirectory directory = DataDirectory.openOrCreate(Path.of(arguments[0]), "load x");
    EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, failure -> {});
    String servers = broker.bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
    }
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", servers,
                "transactional.id", "writer",
                "transaction.timeout.ms", "600000"),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    send(producer, "committed");
    producer.commitTransaction();
    send(producer, "open");
    producer.flush();
    KafkaConsumer<String, String> member =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                GROUP,
                "group.instance.id",
                "one",
                "session.timeout.ms",
                "600000"),
            new StringDeserializer(),
            new StringDeserializer());
    member.subscribe(List.of(TOPIC));
    while (member.assignment().isEmpty()) {
      member.poll(Duration.ofMillis(100));
    }
    System.out.println(ChildJvm.READY);
    Thread.currentThread().join();
  }

  private static void send(KafkaProducer<String, String> producer, String value)
      throws InterruptedException, ExecutionException {
    producer.beginTransaction();
    String padding = new String(new byte[200], StandardCharsets.US_ASCII).replace('\0', '.');
    for (int i = 0; i < COMMITTED - 1; i++) {
      var sent = producer.send(new ProducerRecord<>(TOPIC, "k" + i, value + padding));
      if (i == 0) {
        sent.get();
      }
    }
    producer.send(new ProducerRecord<>(TOPIC, "last", value)).get();
  }
}
