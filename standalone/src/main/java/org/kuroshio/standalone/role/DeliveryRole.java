package org.kuroshio.standalone.role;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.delivery.Delivery;
import org.kuroshio.serve.delivery.settings.DeliverySettings;
import org.kuroshio.standalone.failure.Failure;

/** Alerts to people, over the channels of a configuration. */
public final class DeliveryRole implements Role {
  private final Delivery delivery;

  private DeliveryRole(Delivery delivery) {
    this.delivery = delivery;
  }

  /**
   * Returns at once; a channel whose other side is away waits for it.
   *
   * @param groupPrefix of the channels' consumer groups
   */
  public static DeliveryRole start(
      DeliverySettings channels,
      Topics topics,
      Cluster cluster,
      String groupPrefix,
      MeterRegistry meters) {
    return new DeliveryRole(Delivery.start(channels, topics, cluster, groupPrefix, meters));
  }

  @Override
  public String name() {
    return "delivery";
  }

  /** A channel that can't deliver goes on trying; it says so in the log and its meters. */
  @Override
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {
    delivery.close();
  }
}
