package org.kuroshio.serve.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files under {@code deploy/}, read by the program that they are for. */
class OperationsFilesIT {
  private static final Path DEPLOY = Path.of("..", "deploy");

  @Test
  void shouldHaveRulesThatPrometheusTakes() throws Exception {
    Process promtool =
        new ProcessBuilder(
                "promtool",
                "check",
                "rules",
                DEPLOY.resolve("prometheus/rules/kuroshio-serve.yml") + "")
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor()).as(said).isZero();
    assertThat(said).contains("SUCCESS: 6 rules found");
  }

  @Test
  void shouldHaveAQueryInEveryPanel() throws Exception {
    JsonNode dashboard =
        new ObjectMapper()
            .readTree(DEPLOY.resolve("grafana/dashboards/kuroshio-serve.json").toFile());
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : dashboard.path("panels")) {
      assertThat(panel.path("targets")).as(panel.path("title").asText()).isNotEmpty();
      panel.path("targets").forEach(target -> queries.add(target.path("expr").asText()));
    }

    assertThat(queries).hasSizeGreaterThan(9).noneMatch(String::isBlank);
  }
}
