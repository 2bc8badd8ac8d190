package org.kuroshio.ingest.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.kuroshio.ingest.file.InputFile;

/** The connector's settings, and which share of the files is this task's. */
final class FileSourceTaskConfig {
  static final String INDEX = "kuroshio.task.index";
  static final String COUNT = "kuroshio.task.count";
  static final String CONNECTOR = "kuroshio.connector";

  private static final int MOST_TASKS = 10_000;

  private static final ConfigDef DEFINITION =
      new ConfigDef(FileSourceConfig.DEFINITION)
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

  private final FileSourceConfig settings;
  private final int index;
  private final int count;

  FileSourceTaskConfig(Map<String, String> properties) {
    settings = new FileSourceConfig(DEFINITION, properties);
    index = settings.getInt(INDEX);
    count = settings.getInt(COUNT);
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

  /**
   * A file belongs to one task by its name, so that tasks that list the input at different moments
   * still agree.
   */
  List<InputFile> share(List<InputFile> files) {
    return files.stream()
        .filter(file -> Math.floorMod(spread(file.uri().hashCode()), count) == index)
        .toList();
  }

  /** Names that differ in one digit have neighbouring hash codes. */
  private static int spread(int hash) {
    int mixed = hash * 0x9e3779b9;
    return mixed ^ (mixed >>> 16);
  }

  FileSourceConfig settings() {
    return settings;
  }

  int index() {
    return index;
  }
}
