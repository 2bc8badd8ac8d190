package org.kuroshio.standalone.alert;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.kuroshio.indicators.alert.condition.Conditions;
import org.kuroshio.schemas.frame.FrameSerializer;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.table.Command;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.standalone.failure.Failure;

/** Puts a command on its topic. */
final class CommandSender {
  private CommandSender() {}

  /**
   * Returns when the broker has it.
   *
   * @throws Failure if the broker does not take it
   */
  static void send(String bootstrapServers, Topics topics, SchemaIds ids, Command command) {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
            "");
    try (KafkaProducer<String, Command> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new FrameSerializer<>(ids))) {
      producer
          .send(
              new ProducerRecord<>(
                  topics.commands().name(),
                  null,
                  command.getAt().toEpochMilli(),
                  Conditions.key(command.getRule(), command.getSubject()),
                  command))
          .get();
    } catch (ExecutionException e) {
      throw new Failure("the broker did not take it: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }
}
