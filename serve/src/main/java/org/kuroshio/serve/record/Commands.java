package org.kuroshio.serve.record;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.serve.scan.KafkaClient;

/** Writes what people say of alerts. Safe for many threads. */
public final class Commands implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Topic<Command> topic;
  private final KafkaProducer<String, Command> producer;

  public Commands(KafkaClient client, Topic<Command> topic) {
    this.topic = topic;
    Map<String, Object> settings = client.start();
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, Topic.COMPRESSION);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), topic.values().serializer());
  }

  /**
   * Returns when the brokers have it.
   *
   * @throws KafkaException if they don't take it
   */
  public void send(Command command) {
    String key = command.getRule() + "|" + command.getSubject();
    try {
      producer
          .send(new ProducerRecord<>(topic.name(), key, command))
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the command was not taken: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while sending a command", e);
    }
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
