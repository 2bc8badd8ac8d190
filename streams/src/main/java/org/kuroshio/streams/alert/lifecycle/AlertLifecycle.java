package org.kuroshio.streams.alert.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.kuroshio.schemas.topic.Topic;
import org.kuroshio.schemas.topic.Topics;

/**
 * `innovation.alert-conditions` and `innovation.commands` to `innovation.alerts` (how each alert
 * stands) and `innovation.alert-history` (every transition). One task.
 *
 * @see "docs/decisions/070-conditions-before-alerts.md"
 */
public final class AlertLifecycle implements Supplier<Topology> {
  private static final String KEEPER = "keep-alerts";

  private final Topics topics;
  private final Duration tick;
  private final PublishedAlerts published;
  private final Clock clock;

  /**
   * @param tick how often pending alerts and snoozes are looked at
   * @param clock dates transitions, and tells when something was pending or snoozed for long enough
   */
  public AlertLifecycle(Topics topics, Duration tick, PublishedAlerts published, Clock clock) {
    this.topics = topics;
    this.tick = tick;
    this.published = published;
    this.clock = clock;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    read(topology, "read-conditions", topics.alertConditions());
    read(topology, "read-commands", topics.commands());
    topology.addProcessor(
        KEEPER, () -> new AlertKeeper(tick, published, clock), "read-conditions", "read-commands");
    write(topology, "publish-alerts", topics.alerts());
    write(topology, "publish-alert-history", topics.alertHistory());
    return topology;
  }

  private static void read(Topology topology, String node, Topic<?> topic) {
    topology.addSource(node, new StringDeserializer(), topic.values().deserializer(), topic.name());
  }

  private static <V> void write(Topology topology, String node, Topic<V> topic) {
    topology.addSink(
        node, topic.name(), new StringSerializer(), topic.values().serializer(), KEEPER);
  }
}
