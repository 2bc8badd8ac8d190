package org.kuroshio.ingest.connect;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.storage.StringConverter;

/**
 * An HTTP source connector's configuration, for whoever starts one in the same process.
 *
 * @param source a shipped name or a file
 * @param settings of the source's own, by name; secrets as references that Connect resolves
 * @param run under which name its progress is found
 * @param tasks most tasks that may run at once
 * @param once whether to read everything that there is now, and end
 */
public record HttpSourceSettings(
    String source,
    Map<String, String> settings,
    String topicPrefix,
    String registryUrl,
    String run,
    int tasks,
    boolean once) {
  public HttpSourceSettings {
    settings = Map.copyOf(settings);
  }

  /** As Connect wants it, without the connector's own name. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("connector.class", HttpSourceConnector.class.getName());
    map.put("tasks.max", String.valueOf(tasks));
    map.put("key.converter", StringConverter.class.getName());
    map.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
    map.put(HttpSourceConfig.SOURCE, source);
    map.put(HttpSourceConfig.TOPIC_PREFIX, topicPrefix);
    map.put(HttpSourceConfig.REGISTRY, registryUrl);
    map.put(HttpSourceConfig.RUN, run);
    map.put(HttpSourceConfig.ONCE, String.valueOf(once));
    settings.forEach((name, value) -> map.put(HttpSourceConfig.SETTING + name, value));
    return map;
  }

  @Override
  public String toString() {
    return "settings of source " + source + ": " + settings.keySet();
  }
}
