package org.kuroshio.standalone.connect;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.runtime.ConnectorConfig;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.kuroshio.ingest.connect.FileSourceConnector;
import org.kuroshio.ingest.connect.FileSourceSettings;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.RunConfig;
import org.kuroshio.standalone.installation.Secrets;
import org.kuroshio.standalone.installation.SourcePart;

/** The sources of a configuration as connectors. */
public final class ConnectorConfigs {
  private ConnectorConfigs() {}

  /**
   * Settings by the connector's name; references to secrets stay references.
   *
   * @throws Failure naming every source's every wrong setting
   */
  public static Map<String, Map<String, String>> of(RunConfig config) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    try (Secrets secrets = new Secrets()) {
      for (SourcePart source : config.ingest().sources()) {
        Map<String, String> settings = settings(config, source);
        problems.addAll(problems(source, settings, secrets));
        all.put(source.name(), settings);
      }
    }
    if (!problems.isEmpty()) {
      throw new Failure(String.join("\n", problems));
    }
    return all;
  }

  private static Map<String, String> settings(RunConfig config, SourcePart source) {
    Map<String, String> settings =
        new HashMap<>(
            new FileSourceSettings(
                    source.definition(),
                    source.inputs(),
                    config.topicSettings().prefix(),
                    config.registry().map(URI::toString).orElse(""),
                    "",
                    source.tasks())
                .toMap());
    settings.put(ConnectorConfig.NAME_CONFIG, source.name());
    settings.put(SourceConnectorConfig.EXACTLY_ONCE_SUPPORT_CONFIG, "required");
    settings.putAll(source.settings());
    return settings;
  }

  private static List<String> problems(
      SourcePart source, Map<String, String> settings, Secrets secrets) {
    Map<String, String> resolved = new HashMap<>();
    List<String> problems = new ArrayList<>();
    settings.forEach(
        (key, value) -> {
          try {
            resolved.put(key, secrets.resolve(value));
          } catch (IllegalArgumentException e) {
            problems.add(problem(source, key + ": " + e.getMessage()));
          }
        });
    for (ConfigValue value : new FileSourceConnector().validate(resolved).configValues()) {
      value.errorMessages().forEach(error -> problems.add(problem(source, error)));
    }
    return problems;
  }

  private static String problem(SourcePart source, String what) {
    return source.place().problem("source '" + source.name() + "': " + what).getMessage();
  }
}
