package org.kuroshio.serve.delivery.settings;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All channels.
 *
 * @param allow the hosts that webhooks may go to, as {@code host} for any port or {@code host:port}
 */
public record DeliverySettings(Set<String> allow, List<ChannelSettings> channels) {
  public static final DeliverySettings NONE = new DeliverySettings(Set.of(), List.of());

  public DeliverySettings {
    allow = Set.copyOf(allow);
    channels = List.copyOf(channels);
    Set<String> names = new HashSet<>();
    for (ChannelSettings channel : channels) {
      if (!names.add(channel.name())) {
        throw new IllegalArgumentException("two channels are called '" + channel.name() + "'");
      }
      if (channel.target() instanceof Target.Webhook webhook && !allows(allow, webhook.url())) {
        throw new IllegalArgumentException(
            "the channel '%s' sends to %s, which is not in allow: add it there if it is meant"
                .formatted(channel.name(), authority(webhook.url())));
      }
    }
  }

  private static boolean allows(Set<String> allow, URI url) {
    return allow.contains(url.getHost()) || allow.contains(authority(url));
  }

  private static String authority(URI url) {
    return url.getPort() == -1 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }
}
