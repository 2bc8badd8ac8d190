package org.kuroshio.standalone.connect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Sends the numbers from where it stopped last, up to {@code until}; fails after {@code failAt}.
 */
public final class CountingConnector extends SourceConnector {
  static final String UNTIL = "until";
  static final String FAIL_AT = "fail.at";
  static final String TOPIC = "topic";

  private Map<String, String> settings;

  @Override
  public void start(Map<String, String> properties) {
    settings = properties;
  }

  @Override
  public Class<? extends Task> taskClass() {
    return CountingTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return List.of(settings);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef()
        .define(TOPIC, ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "where to")
        .define(UNTIL, ConfigDef.Type.INT, ConfigDef.Importance.HIGH, "the last number")
        .define(FAIL_AT, ConfigDef.Type.INT, -1, ConfigDef.Importance.HIGH, "-1: never");
  }

  @Override
  public String version() {
    return "test";
  }
}
