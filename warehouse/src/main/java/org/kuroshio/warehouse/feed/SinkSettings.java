package org.kuroshio.warehouse.feed;

import java.util.Map;
import java.util.TreeMap;
import org.kuroshio.warehouse.convert.FrameConverter;

/** What every sink is told alike: how our records are read, and where those go that can't be. */
final class SinkSettings {
  private SinkSettings() {}

  /**
   * @param converter settings of {@link FrameConverter}
   * @param replicas of the topic for what can't be read
   * @return a map that may be added to
   */
  static Map<String, String> of(
      String connector, String topics, Map<String, String> converter, int replicas) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("connector.class", connector);
    settings.put("topics", topics);
    // the order of one partition is the order of the cuts
    settings.put("tasks.max", "1");
    settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    settings.put("value.converter", FrameConverter.class.getName());
    converter.forEach((key, value) -> settings.put("value.converter." + key, value));
    settings.put("errors.tolerance", "all");
    // a registry that is away is waited for, however long
    settings.put("errors.retry.timeout", "-1");
    settings.put("errors.deadletterqueue.topic.name", TablesFeed.UNREADABLE);
    settings.put("errors.deadletterqueue.topic.replication.factor", String.valueOf(replicas));
    settings.put("errors.deadletterqueue.context.headers.enable", "true");
    return settings;
  }
}
