package org.kuroshio.streams;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.kuroshio.indicators.definition.Catalogue;
import org.kuroshio.indicators.region.Regions;
import org.kuroshio.schemas.frame.SchemaIds;
import org.kuroshio.schemas.topic.Topics;

/**
 * What a pipeline runs on.
 *
 * @param bootstrapServers of the cluster
 * @param client further Kafka client settings: security, timeouts; they win over ours
 * @param stateDirectory for Streams' own small files; no state is kept there
 * @param groupPrefix put in front of the consumer groups and transactions; may be empty
 * @param instance names this process within its group; the same after a restart, so that it takes
 *     over from itself at once
 * @param threads of hop 1; hop 2 always has one
 * @param flushInterval how often hop 1 sends sums and hop 2 publishes cuts
 * @param commitInterval how often transactions are committed; readers see nothing sooner
 * @param clock gives the as-of date and the time of cuts
 */
public record PipelineSettings(
    String bootstrapServers,
    Map<String, Object> client,
    Path stateDirectory,
    String groupPrefix,
    String instance,
    int threads,
    Duration flushInterval,
    Duration commitInterval,
    Clock clock,
    Topics topics,
    SchemaIds ids,
    Catalogue catalogue,
    Regions regions) {
  public PipelineSettings {
    client = Map.copyOf(client);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /** One process on its own broker: short intervals, the system's clock. */
  public static PipelineSettings local(
      String bootstrapServers,
      Path stateDirectory,
      Topics topics,
      SchemaIds ids,
      Catalogue catalogue,
      Regions regions) {
    return new PipelineSettings(
        bootstrapServers,
        Map.of(),
        stateDirectory,
        "",
        "local",
        2,
        Duration.ofMillis(50),
        Duration.ofMillis(50),
        Clock.systemUTC(),
        topics,
        ids,
        catalogue,
        regions);
  }

  public PipelineSettings withClock(Clock other) {
    return new PipelineSettings(
        bootstrapServers,
        client,
        stateDirectory,
        groupPrefix,
        instance,
        threads,
        flushInterval,
        commitInterval,
        other,
        topics,
        ids,
        catalogue,
        regions);
  }

  /** For clients of our own beside Streams'. */
  Map<String, Object> clientSettings() {
    Map<String, Object> all = new HashMap<>();
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    all.putAll(client);
    return all;
  }
}
