package org.kuroshio.ingest.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Which of a connector's tasks one is. */
record TaskShare(int index, int count) {
  static final String INDEX = "kuroshio.task.index";
  private static final String COUNT = "kuroshio.task.count";
  private static final int MOST_TASKS = 10_000;

  static ConfigDef with(ConfigDef connector) {
    return new ConfigDef(connector)
        .define(
            INDEX,
            Type.INT,
            ConfigDef.NO_DEFAULT_VALUE,
            Range.between(0, MOST_TASKS),
            Importance.HIGH,
            "Which of the tasks this is, from 0.")
        .define(
            COUNT,
            Type.INT,
            ConfigDef.NO_DEFAULT_VALUE,
            Range.between(1, MOST_TASKS),
            Importance.HIGH,
            "How many tasks there are.");
  }

  static TaskShare of(SourceConfig config) {
    return new TaskShare(config.getInt(INDEX), config.getInt(COUNT));
  }

  /** One map for each task. */
  static List<Map<String, String>> divide(Map<String, String> connector, int tasks) {
    List<Map<String, String>> configs = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      Map<String, String> config = new HashMap<>(connector);
      config.put(INDEX, String.valueOf(i));
      config.put(COUNT, String.valueOf(tasks));
      configs.add(config);
    }
    return configs;
  }
}
