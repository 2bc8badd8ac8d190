package org.kuroshio.serve.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.kuroshio.schemas.cluster.Cluster;

/**
 * A cluster, and who measures what asks it.
 *
 * @param watch told of every consumer that lives as long as the process
 */
public record KafkaClient(Cluster cluster, Watch watch) {
  /** Wants to measure consumers. */
  public interface Watch {
    void made(Consumer<?, ?> consumer);
  }

  public KafkaClient {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(watch, "watch");
  }

  /** Not measured. */
  public static KafkaClient of(Cluster cluster) {
    return new KafkaClient(cluster, consumer -> {});
  }

  /** What every client begins with, to be added to. */
  public Map<String, Object> start() {
    return new HashMap<>(cluster.settings(Map.of()));
  }
}
