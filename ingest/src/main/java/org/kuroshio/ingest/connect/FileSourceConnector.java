package org.kuroshio.ingest.connect;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.kuroshio.ingest.engine.SourceInput;
import org.kuroshio.ingest.file.InputException;
import org.kuroshio.ingest.mapping.CompiledSource;
import org.kuroshio.ingest.progress.LoadProgress;
import org.kuroshio.ingest.region.RegionTally;
import org.kuroshio.ingest.source.SourceDefinition;
import org.kuroshio.ingest.source.SourceDefinitions;
import org.kuroshio.ingest.source.UnknownSourceException;
import org.kuroshio.ingest.trial.SourceCheck;
import org.kuroshio.schemas.yaml.DefinitionException;

/**
 * Publishes the files of one source once, and idles then. A wrong definition or a missing file
 * stops it before anything is written.
 */
public final class FileSourceConnector extends SourceConnector {
  private Map<String, String> properties;
  private FileSourceConfig config;
  private int files;

  @Override
  public void start(Map<String, String> given) {
    properties = Map.copyOf(given);
    config = new FileSourceConfig(given);
    try {
      SourceDefinition definition = SourceDefinitions.find(config.source());
      CompiledSource.of(definition, RegionTally.NONE);
      try (SourceInput input = SourceInput.open(definition, config.input())) {
        files = input.files().size();
      }
    } catch (DefinitionException | UnknownSourceException e) {
      throw new ConfigException(FileSourceConfig.SOURCE, config.source(), e.getMessage());
    } catch (InputException e) {
      throw new ConfigException(FileSourceConfig.INPUT, config.input(), e.getMessage());
    } catch (IOException e) {
      throw new ConnectException("the input of source " + config.source() + " can't be read", e);
    }
  }

  @Override
  public Class<? extends Task> taskClass() {
    return FileSourceTask.class;
  }

  /** No more tasks than files, as a file is read by one. */
  @Override
  public List<Map<String, String>> taskConfigs(int most) {
    int tasks = Math.max(1, Math.min(most, files));
    LoadProgress.of(config.run()).expect(tasks);
    return TaskShare.divide(properties, tasks);
  }

  @Override
  public void stop() {
    // nothing runs here
  }

  /** Looks at the definition and the files too, so that nothing is left for the start to find. */
  @Override
  public Config validate(Map<String, String> given) {
    SettingsAnswer answer = SettingsAnswer.of(FileSourceConfig.DEFINITION, given);
    if (answer.accepts(FileSourceConfig.SOURCE)) {
      String source = given.get(FileSourceConfig.SOURCE);
      List<String> problems = SourceCheck.problems(source);
      if (!problems.isEmpty()) {
        answer.refuse(FileSourceConfig.SOURCE, String.join("\n", problems));
      } else if (answer.accepts(FileSourceConfig.INPUT)) {
        inputProblem(source, given.getOrDefault(FileSourceConfig.INPUT, ""))
            .ifPresent(problem -> answer.refuse(FileSourceConfig.INPUT, problem));
      }
    }
    return answer.config();
  }

  private static Optional<String> inputProblem(String source, String input) {
    try (SourceInput opened =
        SourceInput.open(SourceDefinitions.find(source), FileSourceConfig.inputs(input))) {
      return opened.files().isEmpty()
          ? Optional.of("there is no file in " + input)
          : Optional.empty();
    } catch (InputException | ConfigException e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      return Optional.of("can't be read: " + e.getMessage());
    }
  }

  @Override
  public ConfigDef config() {
    return FileSourceConfig.DEFINITION;
  }

  @Override
  public String version() {
    return ModuleVersion.VERSION;
  }

  /** Positions ride on the records, so Connect commits both or neither. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  @Override
  public boolean alterOffsets(
      Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
    offsets.forEach(ContentPartition::check);
    return true;
  }
}
