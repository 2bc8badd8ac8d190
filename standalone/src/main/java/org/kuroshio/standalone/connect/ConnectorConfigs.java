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
import org.apache.kafka.connect.source.SourceConnector;
import org.kuroshio.ingest.connect.FileSourceConnector;
import org.kuroshio.ingest.connect.FileSourceSettings;
import org.kuroshio.ingest.connect.HttpSourceConnector;
import org.kuroshio.ingest.connect.HttpSourceSettings;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.source.UnknownSourceException;
import org.kuroshio.schemas.yaml.DefinitionException;
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
        new HashMap<>(isAsked(source) ? ofServer(config, source) : ofFiles(config, source));
    settings.put(ConnectorConfig.NAME_CONFIG, source.name());
    settings.put(SourceConnectorConfig.EXACTLY_ONCE_SUPPORT_CONFIG, "required");
    source
        .settings()
        .forEach(
            (key, value) -> {
              if (!isAsked(source) || isConnects(key)) {
                settings.put(key, value);
              }
            });
    return settings;
  }

  private static Map<String, String> ofFiles(RunConfig config, SourcePart source) {
    return new FileSourceSettings(
            source.definition(),
            source.inputs(),
            config.topicSettings().prefix(),
            registry(config),
            "",
            source.tasks())
        .toMap();
  }

  private static Map<String, String> ofServer(RunConfig config, SourcePart source) {
    Map<String, String> own = new HashMap<>(source.settings());
    own.keySet().removeIf(ConnectorConfigs::isConnects);
    return new HttpSourceSettings(
            source.definition(),
            own,
            config.topicSettings().prefix(),
            registry(config),
            "",
            source.tasks(),
            false)
        .toMap();
  }

  private static String registry(RunConfig config) {
    return config.registry().map(URI::toString).orElse("");
  }

  /** Whether it is a server that is asked; a definition that can't be read is refused later. */
  private static boolean isAsked(SourcePart source) {
    try {
      return SourceDefinitions.find(source.definition()).transport() instanceof HttpTransport;
    } catch (DefinitionException | UnknownSourceException e) {
      return false;
    }
  }

  /** A key of the connector or of Connect, and not a setting that the source's definition names. */
  private static boolean isConnects(String key) {
    return key.contains(".") || "transforms".equals(key) || "predicates".equals(key);
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
    if (isAsked(source) && !source.inputs().isEmpty()) {
      problems.add(problem(source, "'input' is for sources of files, and this one asks a server"));
    }
    SourceConnector connector =
        isAsked(source) ? new HttpSourceConnector() : new FileSourceConnector();
    for (ConfigValue value : connector.validate(resolved).configValues()) {
      value.errorMessages().forEach(error -> problems.add(problem(source, error)));
    }
    return problems;
  }

  private static String problem(SourcePart source, String what) {
    return source.place().problem("source '" + source.name() + "': " + what).getMessage();
  }
}
