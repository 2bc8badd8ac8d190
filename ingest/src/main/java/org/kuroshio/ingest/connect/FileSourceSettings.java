package org.kuroshio.ingest.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.storage.StringConverter;

/**
 * A file source connector's configuration, for whoever starts one in the same process.
 *
 * @param source a shipped name or a file
 * @param input empty for the data that the source ships
 * @param run under which name its progress is found
 * @param tasks most tasks that may run at once
 */
public record FileSourceSettings(
    String source,
    List<String> input,
    String topicPrefix,
    String registryUrl,
    String run,
    int tasks) {
  public FileSourceSettings {
    input = List.copyOf(input);
  }

  /** As Connect wants it, without the connector's own name. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("connector.class", FileSourceConnector.class.getName());
    map.put("tasks.max", String.valueOf(tasks));
    map.put("key.converter", StringConverter.class.getName());
    map.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
    map.put(FileSourceConfig.SOURCE, source);
    map.put(FileSourceConfig.INPUT, inputs());
    map.put(FileSourceConfig.TOPIC_PREFIX, topicPrefix);
    map.put(FileSourceConfig.REGISTRY, registryUrl);
    map.put(FileSourceConfig.RUN, run);
    return map;
  }

  private String inputs() {
    try {
      return input.isEmpty() ? "" : new ObjectMapper().writeValueAsString(input);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of texts that is no JSON", e);
    }
  }
}
