package org.kuroshio.ingest.connect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.kuroshio.ingest.live.Unit;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.setting.MissingSettingException;
import org.kuroshio.ingest.setting.SettingValues;
import org.kuroshio.ingest.source.HttpTransport;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.UnknownSourceException;
import org.kuroshio.schemas.yaml.DefinitionException;

/**
 * Asks a server again and again for what is new. A wrong definition or a missing setting stops it
 * before anything is asked.
 */
public final class HttpSourceConnector extends SourceConnector {
  private Map<String, String> properties;
  private HttpSourceConfig config;
  private SourceDefinition definition;

  @Override
  public void start(Map<String, String> given) {
    properties = Map.copyOf(given);
    config = new HttpSourceConfig(given);
    try {
      definition = config.definition();
      CompiledSource.of(definition, RegionTally.NONE);
      SettingValues.of(definition.name(), definition.settings(), config.given());
    } catch (DefinitionException | UnknownSourceException | MissingSettingException e) {
      throw new ConfigException(HttpSourceConfig.SOURCE, config.source(), e.getMessage());
    }
    if (!(definition.transport() instanceof HttpTransport)) {
      throw new ConfigException(
          HttpSourceConfig.SOURCE,
          config.source(),
          "is read from files; FileSourceConnector does that");
    }
  }

  @Override
  public Class<? extends Task> taskClass() {
    return HttpSourceTask.class;
  }

  /** No more tasks than units, and none whose share of a day is less than a request. */
  @Override
  public List<Map<String, String>> taskConfigs(int most) {
    int bound =
        ((HttpTransport) definition.transport())
            .server()
            .budget()
            .flatMap(budget -> budget.perDay())
            .orElse(most);
    int units = Unit.of(definition).size();
    int tasks = Math.max(1, Math.min(most, Math.min(units, bound)));
    LoadProgress.of(config.run()).expect(tasks);
    return TaskShare.divide(properties, tasks);
  }

  @Override
  public void stop() {
    // nothing runs here
  }

  @Override
  public ConfigDef config() {
    return HttpSourceConfig.DEFINITION;
  }

  /** One error for each wrong key, those of the source's own settings too. */
  @Override
  public Config validate(Map<String, String> given) {
    Config checked = super.validate(given);
    return new Config(SettingCheck.with(checked.configValues(), given));
  }

  @Override
  public String version() {
    return ModuleVersion.VERSION;
  }

  /** Positions ride on records, so Connect commits both or neither. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  @Override
  public boolean alterOffsets(
      Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
    offsets.forEach(LivePartition::check);
    return true;
  }
}
