package org.kuroshio.standalone.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kuroshio.standalone.failure.Failure;
import org.kuroshio.standalone.installation.RunConfigFile;

class ConnectorConfigsTest {
  private static final String API =
      """
      source: grants-api
      titles: { en: Grants }
      licence: CC BY 4.0
      settings:
        token: { secret: true, doc: "Key of the service." }
        pageSize: { default: "500", doc: Records in one page. }
      transport:
        http:
          base: https://api.example.org/v1/
          auth: { header: { name: X-API-KEY, value: "${settings.token}" } }
      request: { path: grants }
      format: { json: array }
      records: /results
      personal: none
      entity: Project
      key: "grants:${projectId}"
      mapping: grants-api.jslt
      """;

  @TempDir Path folder;

  @BeforeEach
  void define() throws IOException {
    Files.writeString(folder.resolve("grants-api.yaml"), API);
    Files.writeString(folder.resolve("grants-api.jslt"), "{}");
    Files.writeString(folder.resolve("secrets.properties"), "grants=s3cret\n");
    Files.writeString(folder.resolve("diff_20260401.csv"), "");
  }

  @Test
  void shouldGiveAServersSettingsToItsConnectorWithSecretsAsReferences() throws IOException {
    String reference = "${file:" + folder.resolve("secrets.properties") + ":grants}";

    Map<String, String> settings =
        configs(
                """
                    grants:
                      definition: grants-api.yaml
                      settings: { token: "%s", pageSize: 100, kuroshio.batch.records: 50 }
                """
                    .formatted(reference))
            .get("grants");

    assertThat(settings)
        .containsEntry("connector.class", "org.kuroshio.ingest.connect.HttpSourceConnector")
        .containsEntry("name", "grants")
        .containsEntry("exactly.once.support", "required")
        .containsEntry("kuroshio.setting.token", reference)
        .containsEntry("kuroshio.setting.pageSize", "100")
        .containsEntry("kuroshio.batch.records", "50")
        .doesNotContainValue("s3cret");
  }

  @Test
  void shouldNameEveryWrongSettingOfEverySource() {
    assertThatThrownBy(
            () ->
                configs(
                    """
                        grants:
                          definition: grants-api.yaml
                          input: diff_20260401.csv
                          settings: { pageSise: 100 }
                        nta-dif: { input: diff_20260401.csv }
                        nta-diff:
                          input: nowhere
                          settings: { kuroshio.batch.records: many }
                    """))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("source 'grants': 'input' is for sources of files")
        .hasMessageContaining("pageSise")
        .hasMessageContaining("token")
        .hasMessageContaining("source 'nta-dif':")
        .hasMessageContaining("did you mean 'nta-diff'?")
        .hasMessageContaining("kuroshio.batch.records")
        .hasMessageContaining("nowhere");
  }

  private Map<String, Map<String, String>> configs(String sources) throws IOException {
    Path file = folder.resolve("kuroshio.yaml");
    Files.writeString(
        file,
        "instance: one\n"
            + "state: state\n"
            + "kafka: { bootstrap: \"localhost:9092\" }\n"
            + "ingest:\n"
            + "  sources:\n"
            + sources);
    return ConnectorConfigs.of(RunConfigFile.read(file));
  }
}
