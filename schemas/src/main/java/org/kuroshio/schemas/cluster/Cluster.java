package org.kuroshio.schemas.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka cluster and how its clients log in. The settings may hold secrets, so none of their
 * values is ever printed.
 *
 * @param bootstrapServers host:port, several separated by commas
 * @param client Kafka's own client settings for every client alike: security, timeouts
 */
public record Cluster(String bootstrapServers, Map<String, String> client) {
  public Cluster {
    client = Map.copyOf(client);
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException("bootstrapServers must name a broker, was blank");
    }
  }

  /** One that asks for no login, as the embedded broker. */
  public static Cluster open(String bootstrapServers) {
    return new Cluster(bootstrapServers, Map.of());
  }

  /**
   * The settings of one client.
   *
   * @param own what this kind of client needs; the cluster's own settings win over it
   */
  public Map<String, Object> settings(Map<String, ?> own) {
    Map<String, Object> all = new HashMap<>();
    // what we measure goes through Micrometer, and JMX costs a start
    all.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    all.putAll(own);
    all.putAll(client);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return all;
  }

  public Admin admin() {
    return Admin.create(settings(Map.of()));
  }

  @Override
  public String toString() {
    return "Cluster[%s, client settings %s]"
        .formatted(bootstrapServers, new TreeSet<>(client.keySet()));
  }
}
