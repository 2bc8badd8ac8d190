package org.kuroshio.serve.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.kuroshio.schemas.backoff.Backoff;
import org.kuroshio.schemas.cluster.Cluster;
import org.kuroshio.schemas.topic.Topics;
import org.kuroshio.serve.delivery.alertmanager.Alertmanagers;
import org.kuroshio.serve.delivery.mail.MailPost;
import org.kuroshio.serve.delivery.post.Outbox;
import org.kuroshio.serve.delivery.post.Post;
import org.kuroshio.serve.delivery.settings.ChannelSettings;
import org.kuroshio.serve.delivery.settings.DeliverySettings;
import org.kuroshio.serve.delivery.settings.Target;
import org.kuroshio.serve.delivery.webhook.WebhookPost;

/** All channels, running. */
public final class Delivery implements AutoCloseable {
  private final List<Channel> channels;

  private Delivery(List<Channel> channels) {
    this.channels = channels;
  }

  /**
   * Starts every channel and returns at once; a channel whose other side is away waits for it.
   *
   * @param groupPrefix put in front of the channels' consumer groups; may be empty
   */
  public static Delivery start(
      DeliverySettings settings,
      Topics topics,
      Cluster cluster,
      String groupPrefix,
      MeterRegistry meters) {
    AlertTopics alerts = new AlertTopics(topics, cluster, groupPrefix);
    return new Delivery(
        settings.channels().stream()
            .map(channel -> Channel.start(channel, following(channel, alerts, meters)))
            .toList());
  }

  /** The consumer group that keeps how far a channel has come, whichever process runs it. */
  public static String group(String groupPrefix, String channel) {
    return groupPrefix + "kuroshio-delivery-" + channel;
  }

  @Override
  public void close() {
    channels.forEach(Channel::close);
  }

  private static Channel.Following following(
      ChannelSettings settings, AlertTopics alerts, MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    Backoff backoff = settings.pacing().backoff(RandomGenerator.getDefault());
    DeliveryMeters meters = new DeliveryMeters(registry, settings);
    if (settings.target() instanceof Target.Alertmanager target) {
      return new StandingFollowing(
          settings,
          alerts,
          new Alertmanagers(target, settings.link()),
          target.resend(),
          backoff,
          meters,
          clock);
    }
    Post post =
        settings.target() instanceof Target.Webhook webhook
            ? new WebhookPost(webhook, settings.link(), clock)
            : new MailPost((Target.Mail) settings.target(), settings.link());
    return new TransitionFollowing(
        settings, alerts, post, new Outbox(settings.pacing(), backoff), meters, clock);
  }
}
