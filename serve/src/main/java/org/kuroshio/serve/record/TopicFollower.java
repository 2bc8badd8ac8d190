package org.kuroshio.serve.record;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.serve.scan.KafkaClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics of one partition from their beginning and goes on, on one thread for all of them.
 */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Takes the records of a topic, on the following thread, in order. */
  public interface Taker<V> {
    /**
     * @param value null where the key is dropped
     */
    void take(String key, V value);
  }

  /** A topic and who takes it. */
  public record Followed<V>(Topic<V> topic, Taker<? super V> taker) {
    private void take(ConsumerRecord<String, byte[]> record) {
      V value = topic.values().deserializer().deserialize(topic.name(), record.value());
      taker.take(record.key(), value);
    }
  }

  private final Map<TopicPartition, Followed<?>> followed;
  private final KafkaConsumer<String, byte[]> consumer;
  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final Thread thread = new Thread(this::follow, "kuroshio-serve-records");
  private volatile boolean closing;

  private TopicFollower(KafkaClient client, List<Followed<?>> topics) {
    this.followed = new java.util.HashMap<>();
    topics.forEach(t -> followed.put(new TopicPartition(t.topic().name(), 0), t));
    Map<String, Object> settings = client.start();
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    this.consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    client.watch().made(consumer);
  }

  public static TopicFollower start(KafkaClient client, List<Followed<?>> topics) {
    TopicFollower follower = new TopicFollower(client, topics);
    follower.thread.start();
    return follower;
  }

  /** Completes with why no more records will come; never otherwise. */
  public CompletableFuture<Throwable> failure() {
    return failure;
  }

  private void follow() {
    try (consumer) {
      consumer.assign(followed.keySet());
      consumer.seekToBeginning(followed.keySet());
      while (!closing) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          followed.get(new TopicPartition(record.topic(), record.partition())).take(record);
        }
      }
    } catch (RuntimeException e) {
      // outermost frame of the thread: without it alerts would stand still in silence
      if (!closing) {
        LOG.atError().setCause(e).log("topics can't be followed any more");
        failure.complete(e);
      }
    }
  }

  @Override
  public void close() {
    closing = true;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
