package org.kuroshio.ingest.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.ingest.fixture.SourceFiles;

class FileSourceConnectorTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  @TempDir Path folder;
  private final FileSourceConnector connector = new FileSourceConnector();

  private static Map<String, String> config(String source, String... inputs) {
    return new FileSourceSettings(source, List.of(inputs), "", "", "test", 2).toMap();
  }

  @Test
  void shouldBeFoundByConnect() {
    assertThat(ServiceLoader.load(SourceConnector.class))
        .anyMatch(found -> found instanceof FileSourceConnector);
  }

  @Test
  void shouldStopBeforeAnythingIsWrittenIfTheDefinitionIsWrong() {
    Path wrong = new SourceFiles(folder).mapping("{ \"a\": ").write();

    assertThatThrownBy(() -> connector.start(config(wrong.toString(), folder.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("test.jslt:1: JSLT");
    assertThatThrownBy(() -> connector.start(config("nta-dif", folder.toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("did you mean 'nta-diff'?");
  }

  @Test
  void shouldStopIfThereIsNoInput() {
    assertThatThrownBy(() -> connector.start(config("nta-diff", folder.resolve("no").toString())))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("no file or folder");
    assertThatThrownBy(() -> connector.start(config("nta-diff")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ships no data");
  }

  @Test
  void shouldSayWhichSettingIsWrong() {
    Map<String, String> wrong = new HashMap<>(config("nta-diff", folder.toString()));
    wrong.put(FileSourceConfig.REGISTRY, "localhost:8081");

    assertThatThrownBy(() -> connector.start(wrong))
        .hasMessageContaining(FileSourceConfig.REGISTRY)
        .hasMessageContaining("http://");
  }

  @Test
  void shouldGiveOneErrorForEachWrongKey() {
    Map<String, String> wrong = new HashMap<>(config("nta-diff", folder.resolve("no").toString()));
    wrong.put(FileSourceConfig.REGISTRY, "localhost:8081");
    wrong.put(FileSourceConfig.BATCH, "many");
    wrong.put(FileSourceConfig.TOPIC_PREFIX, "a b");
    wrong.put("kuroshio.inputs", "/data");
    wrong.put("transforms", "mask");

    Map<String, List<String>> errors = errors(wrong);

    assertThat(errors)
        .containsOnlyKeys(
            FileSourceConfig.REGISTRY,
            FileSourceConfig.BATCH,
            FileSourceConfig.TOPIC_PREFIX,
            FileSourceConfig.INPUT,
            "kuroshio.inputs");
    assertThat(errors.values()).allSatisfy(messages -> assertThat(messages).hasSize(1));
    assertThat(errors.get(FileSourceConfig.INPUT).get(0)).contains("no file or folder");
    assertThat(errors.get("kuroshio.inputs").get(0)).contains("did you mean 'kuroshio.input'?");
  }

  @Test
  void shouldAnswerWithTheMistakesOfADefinition() {
    Path wrong = new SourceFiles(folder).mapping("{ \"a\": ").write();

    assertThat(errors(config(wrong.toString(), folder.toString())))
        .containsOnlyKeys(FileSourceConfig.SOURCE);
    assertThat(errors(config("nta-dif")).get(FileSourceConfig.SOURCE).get(0))
        .contains("did you mean 'nta-diff'?");
  }

  private Map<String, List<String>> errors(Map<String, String> settings) {
    return connector.validate(settings).configValues().stream()
        .filter(value -> !value.errorMessages().isEmpty())
        .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
  }

  @Test
  void shouldNotMakeMoreTasksThanFiles() {
    SourceFiles files = new SourceFiles(folder);
    files.text("diff_20260401.csv", "");
    files.text("diff_20260402.csv", "");
    connector.start(config("nta-diff", folder.toString()));

    List<Map<String, String>> tasks = connector.taskConfigs(8);

    assertThat(tasks).hasSize(2);
    assertThat(tasks).extracting(task -> task.get(TaskShare.INDEX)).containsExactly("0", "1");
  }

  @Test
  void shouldReadNamesWithCommas() {
    Map<String, String> config = config("events", "a,b.csv", "c.csv");

    assertThat(new FileSourceConfig(config).input()).containsExactly("a,b.csv", "c.csv");
    Map<String, String> plain = new HashMap<>(config);
    plain.put(FileSourceConfig.INPUT, "a.csv, b.csv,");
    assertThat(new FileSourceConfig(plain).input()).containsExactly("a.csv", "b.csv");
  }

  @Test
  void shouldSupportExactlyOnce() {
    assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
  }

  @Test
  void shouldRefuseOffsetsThatATaskCouldNotRead() {
    Map<String, ?> partition = Map.of("source", "nta-diff", "content", SHA);
    Map<String, ?> offset = Map.of("format", 1, "records", 5, "complete", false);

    assertThatCode(() -> connector.alterOffsets(Map.of(), Map.of(partition, offset)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> connector.alterOffsets(Map.of(), Map.of(Map.of("file", "x"), offset)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("SHA-256 as 64 hexadecimal digits");
    assertThatThrownBy(
            () ->
                connector.alterOffsets(
                    Map.of(),
                    Map.of(partition, Map.of("format", 1, "records", -5, "complete", true))))
        .hasMessageContaining("records must be 0 or more");
  }

  @Test
  void shouldLetAnyOffsetBeForgotten() {
    Map<Map<String, ?>, Map<String, ?>> tombstone = new HashMap<>();
    tombstone.put(Map.of("anything", 1), null);

    assertThat(connector.alterOffsets(Map.of(), tombstone)).isTrue();
  }
}
