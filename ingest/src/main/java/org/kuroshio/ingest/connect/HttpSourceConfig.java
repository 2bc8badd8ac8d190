package org.kuroshio.ingest.connect;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;

/** What an HTTP source connector is told. Nobody else sees the map. */
final class HttpSourceConfig extends SourceConfig {
  static final String ONCE = "kuroshio.once";

  /** In front of the name of a setting of the source's own. */
  static final String SETTING = "kuroshio.setting.";

  static final ConfigDef DEFINITION =
      new ConfigDef(COMMON)
          .define(
              ONCE,
              Type.BOOLEAN,
              false,
              Importance.LOW,
              "Read everything that there is now, once, instead of again and again.");

  HttpSourceConfig(Map<String, String> properties) {
    this(DEFINITION, properties);
  }

  HttpSourceConfig(ConfigDef definition, Map<String, String> properties) {
    super(definition, properties);
  }

  boolean once() {
    return getBoolean(ONCE);
  }

  /** By the connector's configuration, else by the environment. */
  Map<String, String> given() {
    SourceDefinition declared = SourceDefinitions.find(source());
    Map<String, String> given =
        new HashMap<>(
            SettingValues.fromEnvironment(declared.name(), declared.settings(), System.getenv()));
    originalsWithPrefix(SETTING).forEach((name, value) -> given.put(name, String.valueOf(value)));
    return given;
  }

  /** The definition as these settings make it. */
  SourceDefinition definition() {
    return SourceDefinitions.find(source(), given());
  }
}
