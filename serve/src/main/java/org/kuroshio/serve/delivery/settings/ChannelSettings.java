package org.kuroshio.serve.delivery.settings;

import java.net.URI;
import java.util.Optional;

/**
 * One way to people.
 *
 * @param name in logs and metrics, and in the name of its consumer group: a channel that is renamed
 *     begins anew
 * @param link where the dashboard is, for links in messages
 */
public record ChannelSettings(
    String name, Target target, Selection selection, Pacing pacing, Optional<URI> link) {
  public ChannelSettings {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,40}")) {
      throw new IllegalArgumentException(
          "a channel's name is of small letters, digits and hyphens, was '" + name + "'");
    }
  }
}
